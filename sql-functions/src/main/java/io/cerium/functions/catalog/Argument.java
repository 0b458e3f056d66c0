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
 * @param type its type; null for batch functions, which check their arguments themselves
 * @param typeInWords what a batch function takes; empty where that depends on the model
 */
public record Argument(
    String name, String doc, String defaultSql, SparkType type, String typeInWords)
    implements Serializable {

  static Argument of(Arg arg, SparkType type) {
    String defaultSql = arg.defaultValue().equals(Arg.REQUIRED) ? null : arg.defaultValue();
    return new Argument(arg.name(), arg.doc(), defaultSql, type, arg.type());
  }

  /** Whether a call must give it. */
  public boolean isRequired() {
    return defaultSql == null;
  }

  /** What it is, and the values that there are where they can be counted. */
  public String docWithCandidates() {
    return type == null || type.candidates().isEmpty()
        ? doc
        : doc + "; one of '" + String.join("', '", type.candidates()) + "'";
  }

  /** The type in words, empty where it depends on the model. */
  public Optional<String> typeText() {
    return Optional.of(type == null ? typeInWords : type.text()).filter(text -> !text.isEmpty());
  }
}
