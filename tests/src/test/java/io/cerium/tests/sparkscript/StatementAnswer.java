package io.cerium.tests.sparkscript;

import java.util.List;
import org.apache.spark.SparkException;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.SparkSession;
import org.assertj.core.api.Assertions;

/**
 * What a statement answered; what it did not come to is empty.
 *
 * @param schema its columns with their types
 * @param plans the parsed, the analysed, the optimised and the physical one, before it ran
 * @param rows as Hive's CLI prints them, sorted
 * @param error class, error class, SQLSTATE and message of why it failed
 */
record StatementAnswer(String schema, String plans, List<String> rows, String error) {
  StatementAnswer {
    rows = List.copyOf(rows);
  }

  static StatementAnswer of(SparkSession session, String sql) {
    StatementRun run = new StatementRun(session, sql);
    Throwable failure = Assertions.catchThrowable(run);
    return new StatementAnswer(
        run.schema(), run.plans(), run.rows(), failure == null ? "" : text(failure));
  }

  /** Without what Spark wraps the failures of its tasks in. */
  private static String text(Throwable failure) {
    Throwable told = failure;
    while (told instanceof SparkException && told.getCause() != null) {
      told = told.getCause();
    }
    String kind = told.getClass().getName();
    if (told instanceof SparkThrowable known) {
      kind += " " + known.getErrorClass() + " " + known.getSqlState();
    }
    return kind + ": " + told.getMessage();
  }

  /** All of it in one text, the same for the same answer in any two runs. */
  String comparable() {
    String text =
        "-- columns\n%s\n-- rows\n%s\n-- error\n%s\n-- plans\n%s"
            .formatted(schema, String.join("\n", rows), error, plans);
    return RunMask.mask(text);
  }
}
