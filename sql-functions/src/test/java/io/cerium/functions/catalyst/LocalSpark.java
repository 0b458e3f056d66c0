package io.cerium.functions.catalyst;

import io.cerium.functions.catalog.FunctionCatalog;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.SparkSessionExtensions;
import scala.runtime.BoxedUnit;

/** One session for all tests of this module, with the functions and the example photos. */
public final class LocalSpark {
  private static final Path PHOTOS = Path.of("..", "sql-examples", "photos");
  private static final SparkSession SESSION = start();

  private LocalSpark() {}

  private static SparkSession start() {
    SparkSession session =
        SparkSession.builder()
            .master("local[2]")
            .appName("functions")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "2")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.warehouse.dir", Path.of("target", "warehouse").toUri().toString())
            .withExtensions(LocalSpark::register)
            .getOrCreate();
    session
        .read()
        .format("binaryFile")
        .load(PHOTOS.toUri().toString())
        .selectExpr("substring_index(path, '/', -1) AS photo", "content")
        .createOrReplaceGlobalTempView("photos");
    return session;
  }

  private static BoxedUnit register(SparkSessionExtensions extensions) {
    SqlSettings.registerAll();
    FunctionCatalog.register(FunctionCall::of);
    return BoxedUnit.UNIT;
  }

  /** The session that all tests share; a test that changes settings takes a new one of it. */
  public static SparkSession session() {
    return SESSION;
  }

  /** A photo of the examples. */
  public static Path photo(String name) {
    return PHOTOS.resolve(name);
  }

  /** The rows of a query; {@code photos} stands for the table of the example photos. */
  public static List<Row> rows(String sql) {
    return rows(SESSION, sql);
  }

  /** The rows of a query in a session of its own. */
  public static List<Row> rows(SparkSession session, String sql) {
    return session.sql(sql.replace("FROM photos", "FROM global_temp.photos")).collectAsList();
  }

  /** The only value of a query of one row and column. */
  public static Object value(String sql) {
    List<Row> rows = rows(sql);
    if (rows.size() != 1 || rows.get(0).size() != 1) {
      throw new AssertionError("one value expected: " + rows);
    }
    return rows.get(0).get(0);
  }
}
