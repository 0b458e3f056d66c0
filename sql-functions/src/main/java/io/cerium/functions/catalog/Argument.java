package io.cerium.functions.catalog;

import io.cerium.functions.spi.Arg;
import java.io.Serializable;
import java.util.Optional;

/**
 * An argument as SQL sees it.
 *
 * @param name in lower case
 * @param doc what it is
 * @param defaultSql the value where it is left out, as a SQL literal; null where it must be given
 * @param type its type; null where it depends on the call (batch functions)
 */
public record Argument(String name, String doc, String defaultSql, SparkType type)
    implements Serializable {

  static Argument of(Arg arg, SparkType type) {
    String defaultSql = arg.defaultValue().equals(Arg.REQUIRED) ? null : arg.defaultValue();
    return new Argument(arg.name(), arg.doc(), defaultSql, type);
  }

  /** Whether a call must give it. */
  public boolean isRequired() {
    return defaultSql == null;
  }

  /** What it is, the values that there are, and its default. */
  public String fullDoc() {
    StringBuilder text = new StringBuilder(doc);
    if (type != null && !type.candidates().isEmpty()) {
      text.append("; one of '").append(String.join("', '", type.candidates())).append("'");
    }
    return isRequired() ? text.toString() : text.append("; default ").append(defaultSql).toString();
  }

  /** The type in words, empty where it depends on the call. */
  public Optional<String> typeText() {
    return Optional.ofNullable(type).map(SparkType::text);
  }
}
