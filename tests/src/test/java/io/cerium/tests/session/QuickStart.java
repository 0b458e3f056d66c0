package io.cerium.tests.session;

import io.cerium.shell.SqlStatement;
import io.cerium.shell.SqlStatements;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.apache.spark.sql.SparkSession;

/** The model {@code efficientnet} and the view {@code photos} that every example builds on. */
public final class QuickStart {
  public static final String MODEL = "efficientnet";

  private QuickStart() {}

  /**
   * Runs what {@code quickstart.sql} creates. What was made of the model before is gone: the
   * registry is shared by all sessions.
   */
  public static void prepare(SparkSession session) {
    session.sql("DROP MODEL IF EXISTS " + MODEL);
    for (SqlStatement statement : SqlStatements.split(script())) {
      if (statement.text().startsWith("CREATE")) {
        session.sql(withExamples(statement.text()));
      }
    }
  }

  /** The script as it is committed. */
  public static String script() {
    try {
      return Files.readString(Repository.examples().resolve("quickstart.sql"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The statement with the folder of the examples in it. */
  public static String withExamples(String sql) {
    return sql.replace("${examples}", Repository.examples().toString());
  }
}
