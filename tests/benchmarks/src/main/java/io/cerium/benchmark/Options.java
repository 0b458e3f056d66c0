package io.cerium.benchmark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The command line of a program: {@code --name value} pairs.
 *
 * @param values by name
 */
record Options(Map<String, String> values) {
  /**
   * Reads a command line.
   *
   * @throws IllegalArgumentException for a name that is not known or has no value
   */
  static Options parse(String[] arguments, Set<String> known) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      String name = arguments[i].startsWith("--") ? arguments[i].substring(2) : "";
      if (!known.contains(name) || i + 1 == arguments.length) {
        throw new IllegalArgumentException(
            "'" + arguments[i] + "' is no option with a value; there are " + known);
      }
      values.put(name, arguments[i + 1]);
    }
    return new Options(values);
  }

  String text(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  int number(String name, int otherwise) {
    return Integer.parseInt(text(name, Integer.toString(otherwise)));
  }

  List<String> list(String name, String otherwise) {
    return List.of(text(name, otherwise).split(",", -1));
  }
}
