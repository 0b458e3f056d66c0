package io.cerium.tests.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.Utils;

/**
 * The one Spark application of this JVM: starting one costs six seconds. Its warehouse and its
 * model registry are new for each run of the tests.
 */
public final class SharedSpark {
  private static final String EXTENSIONS = "spark.sql.extensions";
  private static final Path WORK = Repository.target().resolve("spark");
  private static final SparkSession SESSION = start();

  private SharedSpark() {}

  /** A session with settings, temporary views and a current database of its own. */
  public static SparkSession newSession() {
    return SESSION.newSession();
  }

  /**
   * A session of the same application without Cerium: made while its configuration names no
   * extension.
   */
  public static SparkSession newPlainSession() {
    SparkConf conf = SESSION.sparkContext().conf();
    String extensions = conf.get(EXTENSIONS);
    conf.remove(EXTENSIONS);
    SparkSession.clearActiveSession();
    SparkSession.clearDefaultSession();
    try {
      return SparkSession.builder().getOrCreate();
    } finally {
      conf.set(EXTENSIONS, extensions);
      SparkSession.setDefaultSession(SESSION);
    }
  }

  /** A folder that is new for each run; {@code ${work}} in scripts. */
  public static Path work() {
    return WORK;
  }

  private static SparkSession start() {
    try {
      Utils.deleteRecursively(WORK.toFile());
      Files.createDirectories(WORK);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return SparkSession.builder()
        .appName("cerium-tests")
        .master("local[2]")
        .config(EXTENSIONS, "io.cerium.catalyst.CeriumExtensions")
        .config("spark.sql.warehouse.dir", WORK.resolve("warehouse").toUri().toString())
        .config("spark.sql.shuffle.partitions", "3")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .getOrCreate();
  }
}
