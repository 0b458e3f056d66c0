package io.cerium.registry;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import java.io.Serializable;
import java.util.Comparator;
import java.util.Locale;

/**
 * The name of a model in its namespace; both in lower case, since names ignore case. Ordered by
 * namespace, then name.
 *
 * <p>A name may hold any character but {@code '@'}, {@code '.'} and control characters, slashes and
 * quotes included: no file is ever named after it.
 *
 * @param namespace {@link #DEFAULT_NAMESPACE} unless the user named another
 * @param name 1 to 128 characters
 */
public record ModelName(String namespace, String name)
    implements Serializable, Comparable<ModelName> {
  /** The namespace of a name that comes alone. */
  public static final String DEFAULT_NAMESPACE = "default";

  private static final int LONGEST = 128;
  private static final Comparator<ModelName> ORDER =
      Comparator.comparing(ModelName::namespace).thenComparing(ModelName::name);

  public ModelName {
    namespace = checked(namespace);
    name = checked(name);
  }

  private static String checked(String part) {
    // Some letters become two in lower case, and what is kept is checked again when it is read.
    String kept = part.toLowerCase(Locale.ROOT);
    String reason = null;
    if (kept.isBlank()) {
      reason = "it is empty";
    } else if (kept.length() > LONGEST) {
      reason = "it has " + kept.length() + " characters";
    } else if (kept.chars().anyMatch(c -> c == '@' || c == '.' || Character.isISOControl(c))) {
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
    return kept;
  }

  /** A name in the default namespace. */
  public static ModelName of(String name) {
    return new ModelName(DEFAULT_NAMESPACE, name);
  }

  /**
   * A name as users write it.
   *
   * @param text {@code name} or {@code namespace.name}
   * @throws CeriumException MODEL_NAME_INVALID
   */
  public static ModelName parse(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length > 2) {
      throw CeriumException.of(
          ErrorCode.MODEL_NAME_INVALID,
          "name",
          text,
          "reason",
          "it has " + parts.length + " parts",
          "remedy",
          "Write the model, or its namespace, a dot and the model.");
    }
    return parts.length == 1 ? of(text) : new ModelName(parts[0], parts[1]);
  }

  @Override
  public int compareTo(ModelName other) {
    return ORDER.compare(this, other);
  }

  /** {@code name}, or {@code namespace.name} outside of the default namespace. */
  @Override
  public String toString() {
    return namespace.equals(DEFAULT_NAMESPACE) ? name : namespace + "." + name;
  }
}
