package io.cerium.tests.sparkscript;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.SparkSession;

/** The tables that scripts find, and none that another script left. */
final class ScriptTables {
  private final SparkSession spark;
  private final Set<String> found;

  private ScriptTables(SparkSession spark) {
    this.spark = spark;
    this.found = Set.copyOf(names("SHOW TABLES IN default", "tableName"));
  }

  /**
   * Creates the tables.
   *
   * @param data the folder of their data
   */
  static ScriptTables create(SparkSession spark, String data) throws IOException {
    try (InputStream in = ScriptTables.class.getResourceAsStream("/sparkscript/tables.sql")) {
      String statements = new String(in.readAllBytes(), UTF_8).replace("${data}", data);
      for (String statement : statements.strip().split(";\\s*(\n|$)")) {
        spark.sql(statement);
      }
    }
    return new ScriptTables(spark);
  }

  /** Drops what a script left in the catalog and in the cache. */
  void restore() {
    for (String view : names("SHOW VIEWS IN default", "viewName")) {
      if (!found.contains(view)) {
        spark.sql("DROP VIEW default.`%s`".formatted(view));
      }
    }
    for (String table : names("SHOW TABLES IN default", "tableName")) {
      if (!found.contains(table)) {
        spark.sql("DROP TABLE default.`%s`".formatted(table));
      }
    }
    for (String database : names("SHOW DATABASES", "namespace")) {
      if (!database.equals("default")) {
        spark.sql("DROP DATABASE `%s` CASCADE".formatted(database));
      }
    }
    spark.catalog().clearCache();
  }

  private List<String> names(String statement, String column) {
    return spark.sql(statement).collectAsList().stream()
        .map(row -> row.<String>getAs(column))
        .toList();
  }
}
