package io.cerium.tests.golden;

import org.apache.spark.sql.SparkSession;

/**
 * What a script finds: an empty current database of its own, gone after it. Models are gone after
 * it too, for the registry is shared by all sessions.
 */
final class ScriptSurroundings implements AutoCloseable {
  private static final String DATABASE = "script";

  private final SparkSession session;

  private ScriptSurroundings(SparkSession session) {
    this.session = session;
  }

  static ScriptSurroundings create(SparkSession session) {
    session.sql("CREATE DATABASE " + DATABASE);
    session.sql("USE " + DATABASE);
    return new ScriptSurroundings(session);
  }

  @Override
  public void close() {
    session.sql("USE default");
    session.sql("DROP DATABASE " + DATABASE + " CASCADE");
  }
}
