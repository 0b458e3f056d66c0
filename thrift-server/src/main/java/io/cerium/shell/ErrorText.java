package io.cerium.shell;

import io.cerium.engine.error.CeriumException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.AnalysisException;

/**
 * What a failed statement tells its user: the sentence that names the cause, without Java in it.
 */
final class ErrorText {
  private static final Pattern SENTENCE =
      Pattern.compile("\\[[A-Z][A-Z0-9_.]*\\] .*? SQLSTATE: [0-9A-Z]{5}", Pattern.DOTALL);
  private static final Pattern STACK =
      Pattern.compile("\n\\s*(at |Caused by: |\\.\\.\\. \\d+ more)");

  /** Possessive: a pattern that could go back would take stack for each part of a long text. */
  private static final Pattern LEADING_CLASS =
      Pattern.compile("^(?:[a-z_$][\\w$]*+\\.)++([A-Z][\\w$]*+): ");

  private static final String TOO_DEEP =
      "The statement is nested deeper than this process can follow, or has too many terms in a"
          + " row. Nest it less, or split it into several statements or views.";

  private ErrorText() {}

  /**
   * The message of the deepest cause that has an error class, in the form {@code [CLASS] text
   * SQLSTATE: nnnnn}; where none has, that of the deepest cause.
   */
  static String of(Throwable failure) {
    List<Throwable> chain = chain(failure);
    Collections.reverse(chain);
    for (Throwable cause : chain) {
      if (cause instanceof CeriumException) {
        return cause.getMessage();
      }
    }
    for (Throwable cause : chain) {
      Matcher sentence = SENTENCE.matcher(message(cause));
      if (sentence.find()) {
        return sentence.group();
      }
      if (cause instanceof SparkThrowable spark && message(cause).startsWith("[")) {
        return withState(message(cause), spark.getSqlState());
      }
    }
    return unclassified(chain.get(0));
  }

  private static List<Throwable> chain(Throwable failure) {
    List<Throwable> chain = new ArrayList<>();
    for (Throwable cause = failure; cause != null && !chain.contains(cause); ) {
      chain.add(cause);
      cause = cause.getCause();
    }
    return chain;
  }

  private static String withState(String message, String sqlState) {
    return sqlState == null ? message : message + " SQLSTATE: " + sqlState;
  }

  private static String unclassified(Throwable cause) {
    if (cause instanceof StackOverflowError) {
      return TOO_DEEP;
    }
    if (cause instanceof OutOfMemoryError) {
      return outOfMemory(message(cause));
    }
    String message = LEADING_CLASS.matcher(message(cause)).replaceFirst("$1: ");
    return message.isEmpty() ? cause.getClass().getSimpleName() : message;
  }

  private static String outOfMemory(String reason) {
    return "The statement needs more memory than this process has"
        + (reason.isEmpty() ? "" : " (" + reason + ")")
        + ". Ask for fewer rows, or start with more memory, such as"
        + " --conf spark.driver.memory=4g.";
  }

  /** The message without stack trace, which Spark puts into some. */
  private static String message(Throwable cause) {
    String message =
        cause instanceof AnalysisException analysis
            ? analysis.getSimpleMessage()
            : Objects.requireNonNullElse(cause.getMessage(), "");
    Matcher stack = STACK.matcher(message);
    return (stack.find() ? message.substring(0, stack.start()) : message).strip();
  }
}
