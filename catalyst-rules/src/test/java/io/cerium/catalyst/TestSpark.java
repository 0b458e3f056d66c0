package io.cerium.catalyst;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The one session of this module's tests, with the extension and an empty registry. */
public final class TestSpark {
  /** The folder of the examples, with models and photos. */
  public static final Path EXAMPLES = Path.of("..", "sql-examples").toAbsolutePath().normalize();

  /** The shipped network. */
  public static final Path NETWORK =
      EXAMPLES.resolve("models/efficientnet-lite0/efficientnet-lite0.onnx");

  /** Its labels, one a line. */
  public static final Path LABELS = EXAMPLES.resolve("models/efficientnet-lite0/labels.txt");

  /** A classifier of a few bytes: four numbers in, three classes out. */
  public static final Path SMALL =
      Path.of("..", "engine/src/test/resources/onnx/ends_in_softmax.onnx")
          .toAbsolutePath()
          .normalize();

  private static final SparkSession SPARK = start();

  private TestSpark() {}

  private static SparkSession start() {
    try {
      return SparkSession.builder()
          .master("local[2]")
          .config("spark.sql.extensions", "io.cerium.catalyst.CeriumExtensions")
          .config("spark.sql.warehouse.dir", Files.createTempDirectory("cerium-test").toString())
          .config("spark.ui.enabled", "false")
          .config("spark.sql.shuffle.partitions", "2")
          .getOrCreate();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A session of its own: its settings and temporary views touch no other test. */
  public static SparkSession newSession() {
    return SPARK.newSession();
  }

  public static SparkSession session() {
    return SPARK;
  }

  public static List<Row> rows(String sql) {
    return SPARK.sql(sql).collectAsList();
  }

  /** The small classifier under a name. */
  public static void createSmall(String name) {
    rows("CREATE OR REPLACE MODEL " + name + " USING onnx LOCATION '" + SMALL + "'");
  }
}
