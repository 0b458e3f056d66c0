package io.cerium.tests.golden;

import io.cerium.engine.error.CeriumException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.SparkThrowable;

/**
 * Why a statement failed.
 *
 * @param errorClass Cerium's or Spark's, empty where the failure has none
 * @param sqlState empty where it has none
 * @param message without error class, SQLSTATE, position and plan
 * @param atRunTime whether a task failed, so that Spark wrapped the failure
 */
public record SqlFailure(String errorClass, String sqlState, String message, boolean atRunTime) {
  private static final Pattern FORM =
      Pattern.compile("(?s)(?:\\[([A-Z0-9_.]+)\\] )?(.*?)(?: SQLSTATE: (\\w{5}))?");
  private static final Pattern AFTER_MESSAGE =
      Pattern.compile("(?s)(; line \\d+,? pos \\d+|\\s*\\(line \\d+, pos \\d+\\)|\n== SQL).*");

  static SqlFailure of(Throwable failure) {
    List<Throwable> chain = new ArrayList<>();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      chain.add(cause);
    }
    boolean atRunTime =
        chain.stream().anyMatch(t -> String.valueOf(t.getMessage()).startsWith("Job aborted"));
    Throwable told = told(chain, atRunTime);
    String text = String.valueOf(told.getMessage()).strip();
    Matcher matcher = FORM.matcher(AFTER_MESSAGE.matcher(text).replaceFirst("").strip());
    if (!matcher.matches()) {
      throw new IllegalStateException("every text has the form", failure);
    }
    String sqlState = matcher.group(3);
    if (sqlState == null && told instanceof SparkThrowable known) {
      sqlState = known.getSqlState();
    }
    String errorClass =
        matcher.group(1) == null ? told.getClass().getSimpleName() : matcher.group(1);
    return new SqlFailure(
        errorClass, sqlState == null ? "" : sqlState, matcher.group(2), atRunTime);
  }

  /** Cerium's failure where there is one, else the innermost that has a class, else the cause. */
  private static Throwable told(List<Throwable> chain, boolean atRunTime) {
    Throwable told = atRunTime ? chain.get(chain.size() - 1) : chain.get(0);
    for (Throwable cause : chain) {
      if (cause instanceof CeriumException) {
        return cause;
      }
      if (cause instanceof SparkThrowable known && known.getErrorClass() != null) {
        told = cause;
      }
    }
    return told;
  }
}
