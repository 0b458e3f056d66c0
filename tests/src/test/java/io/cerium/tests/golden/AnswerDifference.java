package io.cerium.tests.golden;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares answers: texts exactly, numbers with a fraction within the script's tolerance. */
final class AnswerDifference {
  private static final Pattern FRACTION =
      Pattern.compile("-?\\d+(\\.\\d+([eE]-?\\d+)?|[eE]-?\\d+)");

  private final double tolerance;

  AnswerDifference(double tolerance) {
    this.tolerance = tolerance;
  }

  boolean isSame(List<String> expected, List<String> actual) {
    if (expected.size() != actual.size()) {
      return false;
    }
    for (int i = 0; i < expected.size(); i++) {
      if (!isSame(expected.get(i), actual.get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean isSame(String expected, String actual) {
    if (tolerance == 0 || expected.equals(actual)) {
      return expected.equals(actual);
    }
    Matcher one = FRACTION.matcher(expected);
    Matcher other = FRACTION.matcher(actual);
    while (one.find()) {
      if (!other.find() || !isNear(one.group(), other.group())) {
        return false;
      }
    }
    return FRACTION
        .matcher(expected)
        .replaceAll("#")
        .equals(FRACTION.matcher(actual).replaceAll("#"));
  }

  private boolean isNear(String expected, String actual) {
    double one = Double.parseDouble(expected);
    double other = Double.parseDouble(actual);
    return Math.abs(one - other) <= tolerance * Math.max(1, Math.abs(one));
  }
}
