package io.cerium.tests.golden;

import io.cerium.engine.error.CeriumException;
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
    Throwable cause = failure;
    Throwable told = failure;
    boolean atRunTime = false;
    while (cause != null) {
      boolean wrapped = String.valueOf(cause.getMessage()).startsWith("Job aborted");
      atRunTime |= wrapped;
      boolean hasClass = cause instanceof SparkThrowable known && known.getErrorClass() != null;
      if (hasClass || cause instanceof CeriumException || (atRunTime && !wrapped)) {
        told = cause;
      }
      cause = cause.getCause();
    }
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
}
