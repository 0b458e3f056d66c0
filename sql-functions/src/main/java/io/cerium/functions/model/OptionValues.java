package io.cerium.functions.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the texts of a model's options as numbers, lists and words. */
record OptionValues(Map<String, String> options) {

  Optional<String> text(ModelOption option) {
    return Optional.ofNullable(options.get(option.key())).map(String::strip);
  }

  /** One of the constants of an enum, in any letter case. */
  <E extends Enum<E>> Optional<E> word(ModelOption option, Class<E> words) {
    return text(option)
        .map(
            text -> {
              for (E word : words.getEnumConstants()) {
                if (word.name().equalsIgnoreCase(text)) {
                  return word;
                }
              }
              StringBuilder list = new StringBuilder();
              for (E word : words.getEnumConstants()) {
                list.append(list.isEmpty() ? "" : ", ")
                    .append('\'')
                    .append(word.name().toLowerCase(Locale.ROOT))
                    .append('\'');
              }
              throw option.invalid("cannot be '" + text + "'", "It takes one of " + list + ".");
            });
  }

  /** One number for all channels, or one a channel. */
  Optional<float[]> channels(ModelOption option) {
    return text(option)
        .map(
            text -> {
              List<Float> numbers = new ArrayList<>();
              for (String part : text.replaceAll("^\\[|]$", "").split(",", -1)) {
                try {
                  float number = Float.parseFloat(part.strip().replaceAll("^\"|\"$", ""));
                  if (!Float.isFinite(number)) {
                    throw new NumberFormatException("not finite");
                  }
                  numbers.add(number);
                } catch (NumberFormatException e) {
                  throw option.invalid(
                      "cannot be '" + text + "'",
                      "It takes one number, or one for each channel: '0.5, 0.5, 0.5'.");
                }
              }
              if (numbers.size() != 1 && numbers.size() != 3) {
                throw option.invalid(
                    "has " + numbers.size() + " values",
                    "It takes one number, or three: one for each channel.");
              }
              float[] values = new float[numbers.size()];
              for (int i = 0; i < values.length; i++) {
                values[i] = numbers.get(i);
              }
              return values;
            });
  }

  static int positive(ModelOption option, String text, int most) {
    return positive(option, text, most, "");
  }

  /**
   * @param others what else the option takes, for the message
   */
  static int positive(ModelOption option, String text, int most, String others) {
    try {
      int value = Integer.parseInt(text.strip());
      if (value > 0 && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // told below, with the same words as a number that is not positive
    }
    throw option.invalid("cannot be '" + text + "'", "It takes " + others + wholeNumberUpTo(most));
  }

  /** What such an option takes. */
  static String wholeNumberUpTo(int most) {
    return "a whole number from 1 " + (most == Integer.MAX_VALUE ? "up." : "to " + most + ".");
  }
}
