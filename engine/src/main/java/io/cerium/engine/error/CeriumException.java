package io.cerium.engine.error;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A failure that a user reads: one {@link ErrorCode} with its parameters.
 *
 * <p>The message has Spark's form, {@code [CLASS] text SQLSTATE: nnnnn}, so that it stays readable
 * when Spark wraps it. Secrets in its parameters are masked, see {@link MaskedText}.
 */
public final class CeriumException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final LinkedHashMap<String, String> parameters;

  private CeriumException(
      ErrorCode code, LinkedHashMap<String, String> parameters, Throwable cause) {
    super("[" + code + "] " + code.message(parameters) + " SQLSTATE: " + code.sqlState(), cause);
    this.code = code;
    this.parameters = parameters;
  }

  /**
   * @param parameters name, value, name, value, ... of the template's parameters
   */
  public static CeriumException of(ErrorCode code, String... parameters) {
    return new CeriumException(code, toMap(parameters), null);
  }

  /**
   * As {@link #of(ErrorCode, String...)}, with what caused the failure. A cause whose own words
   * hold a secret is left out: they would be logged with the stack trace. So is one that ends the
   * process where it is found among the causes, as Spark does: whoever makes this exception of a
   * lack of memory has dealt with it.
   */
  public static CeriumException causedBy(Throwable cause, ErrorCode code, String... parameters) {
    boolean isLeftOut = tellsSecret(cause) || endsProcess(cause);
    return new CeriumException(code, toMap(parameters), isLeftOut ? null : cause);
  }

  private static boolean endsProcess(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof VirtualMachineError) {
        return true;
      }
    }
    return false;
  }

  private static boolean tellsSecret(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String message = cause.getMessage();
      if (message != null && !MaskedText.of(message).equals(message)) {
        return true;
      }
    }
    return false;
  }

  private static LinkedHashMap<String, String> toMap(String... parameters) {
    LinkedHashMap<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < parameters.length; i += 2) {
      map.put(parameters[i], MaskedText.of(parameters[i + 1]));
    }
    return map;
  }

  public ErrorCode code() {
    return code;
  }

  /** The message's parameters by name. */
  public Map<String, String> parameters() {
    return Map.copyOf(parameters);
  }
}
