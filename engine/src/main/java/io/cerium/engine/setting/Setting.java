package io.cerium.engine.setting;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A typed setting, declared where it is used; {@code docs/configuration.md} is made from these.
 *
 * @param key {@code spark.cerium.<group>.<some-name>}
 * @param defaultValue used where nothing is set; null stands for a default that depends on other
 *     settings and is told in {@code doc}
 * @param parser throws {@link IllegalArgumentException} with the reason for a value it refuses
 * @param isStatic whether only the application's configuration sets it: {@code SET} refuses it
 * @param doc what it does, then its unit
 */
public record Setting<T>(
    String key, T defaultValue, Function<String, T> parser, boolean isStatic, String doc) {

  /** A setting that a session may change. */
  public static <T> Setting<T> of(
      String key, T defaultValue, Function<String, T> parser, String doc) {
    return new Setting<>(key, defaultValue, parser, false, doc);
  }

  /** A setting that protects: fixed when the application starts. */
  public static <T> Setting<T> ofStatic(
      String key, T defaultValue, Function<String, T> parser, String doc) {
    return new Setting<>(key, defaultValue, parser, true, doc);
  }

  /**
   * The value in a configuration.
   *
   * @param configuration answers a key with its text, or null where it is not set
   * @throws CeriumException SETTING_INVALID if the text is refused
   */
  public T read(UnaryOperator<String> configuration) {
    String text = configuration.apply(key);
    if (text == null) {
      return defaultValue;
    }
    try {
      return parser.apply(text.strip());
    } catch (IllegalArgumentException e) {
      throw CeriumException.causedBy(
          e,
          ErrorCode.SETTING_INVALID,
          "key",
          key,
          "value",
          text,
          "reason",
          String.valueOf(e.getMessage()));
    }
  }

  /** A parser of whole numbers from {@code least} to {@code most}. */
  public static Function<String, Long> wholeNumber(long least, long most) {
    return text -> {
      long value;
      try {
        value = Long.parseLong(text);
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException("it is no whole number", e);
      }
      if (value < least) {
        throw new IllegalArgumentException("the least value is " + least);
      }
      if (value > most) {
        throw new IllegalArgumentException("the largest value is " + most);
      }
      return value;
    };
  }

  /** A parser of {@code true} and {@code false}. */
  public static Function<String, Boolean> trueOrFalse() {
    return text ->
        switch (text.toLowerCase(java.util.Locale.ROOT)) {
          case "true" -> true;
          case "false" -> false;
          default -> throw new IllegalArgumentException("it is neither true nor false");
        };
  }
}
