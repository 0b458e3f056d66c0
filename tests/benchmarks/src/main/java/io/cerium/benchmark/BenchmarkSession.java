package io.cerium.benchmark;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** Spark in this process on all processors, as its defaults are. */
final class BenchmarkSession {
  static final String EXTENSION = "io.cerium.catalyst.CeriumExtensions";

  private BenchmarkSession() {}

  /**
   * Settings of a session that is still to be started.
   *
   * @param name of the folder of its warehouse
   */
  static SparkSession.Builder builder(String name) {
    Path warehouse = Folders.target().resolve("spark").resolve(name);
    return SparkSession.builder()
        .appName("cerium-benchmark")
        .master("local[*]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.warehouse.dir", warehouse.toUri().toString());
  }
}
