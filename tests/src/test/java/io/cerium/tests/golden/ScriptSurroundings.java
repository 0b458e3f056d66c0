package io.cerium.tests.golden;

import io.cerium.tests.session.QuickStart;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What a script finds: an empty current database of its own, the model and the view of the quick
 * start. The database and what models the script made are gone after it, for the catalog and the
 * registry are shared by all sessions.
 */
final class ScriptSurroundings implements AutoCloseable {
  private static final String DATABASE = "script";

  private final SparkSession session;

  private ScriptSurroundings(SparkSession session) {
    this.session = session;
  }

  static ScriptSurroundings create(SparkSession session) {
    QuickStart.prepare(session);
    session.sql("CREATE DATABASE " + DATABASE);
    session.sql("USE " + DATABASE);
    session.sql("CREATE TEMPORARY VIEW photos AS SELECT * FROM default.photos");
    return new ScriptSurroundings(session);
  }

  @Override
  public void close() {
    session.sql("USE default");
    session.sql("DROP DATABASE " + DATABASE + " CASCADE");
    for (Row model : session.sql("SHOW MODELS").collectAsList()) {
      if (!model.getString(1).equals(QuickStart.MODEL)) {
        session.sql("DROP MODEL `" + model.getString(0) + "`.`" + model.getString(1) + "`");
      }
    }
  }
}
