package io.cerium.registry;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import java.io.Serializable;
import java.util.Locale;

/**
 * The name of a model in its namespace; both in lower case, since names ignore case.
 *
 * @param namespace {@link #DEFAULT_NAMESPACE} unless the user named another
 */
public record ModelName(String namespace, String name) implements Serializable {
  public static final String DEFAULT_NAMESPACE = "default";

  private static final int LONGEST = 128;

  public ModelName {
    namespace = checked(namespace);
    name = checked(name);
  }

  private static String checked(String part) {
    String reason = null;
    if (part.isBlank()) {
      reason = "it is empty";
    } else if (part.length() > LONGEST) {
      reason = "it has " + part.length() + " characters";
    } else if (part.chars().anyMatch(c -> c == '@' || c == '.' || Character.isISOControl(c))) {
      reason = "it holds '@', '.' or a control character";
    }
    if (reason != null) {
      throw CeriumException.of(
          ErrorCode.MODEL_NAME_INVALID,
          "name",
          part,
          "reason",
          reason,
          "remedy",
          "Take 1 to " + LONGEST + " characters without '@', '.' and control characters.");
    }
    return part.toLowerCase(Locale.ROOT);
  }

  /** A name in the default namespace. */
  public static ModelName of(String name) {
    return new ModelName(DEFAULT_NAMESPACE, name);
  }

  /** {@code name}, or {@code namespace.name} outside of the default namespace. */
  @Override
  public String toString() {
    return namespace.equals(DEFAULT_NAMESPACE) ? name : namespace + "." + name;
  }
}
