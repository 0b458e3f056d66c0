package io.cerium.catalyst.statement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The pattern of a SHOW statement: {@code *} or {@code %} stands for any letters, {@code |}
 * separates alternatives, letter case is ignored. No regular expression, which could take for ever
 * over {@code '%%%%%z'}: here each part between two wildcards is looked for once, from left to
 * right.
 *
 * @param alternatives of each the texts between its wildcards; one text where it has none
 */
record NamePattern(List<List<String>> alternatives) {
  static NamePattern of(String pattern) {
    List<List<String>> alternatives = new ArrayList<>();
    for (String alternative : pattern.strip().split("\\|", -1)) {
      alternatives.add(Arrays.asList(alternative.strip().split("[*%]+", -1)));
    }
    return new NamePattern(alternatives);
  }

  boolean matches(String name) {
    return alternatives.stream().anyMatch(parts -> matches(parts, name));
  }

  private static boolean matches(List<String> parts, String name) {
    String first = parts.get(0);
    if (parts.size() == 1) {
      return first.length() == name.length() && isAt(0, first, name);
    }
    String last = parts.get(parts.size() - 1);
    int end = name.length() - last.length();
    if (first.length() > end || !isAt(0, first, name) || !isAt(end, last, name)) {
      return false;
    }
    // The leftmost place of a part leaves the most to those after it, so none need be tried again.
    int from = first.length();
    for (String part : parts.subList(1, parts.size() - 1)) {
      while (from + part.length() <= end && !isAt(from, part, name)) {
        from++;
      }
      from += part.length();
      if (from > end) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAt(int place, String part, String name) {
    return name.regionMatches(true, place, part, 0, part.length());
  }
}
