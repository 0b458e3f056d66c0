package io.cerium.tests.sparkscript;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Masks what two runs of one statement never share. The numbers of expressions become those of the
 * order in which they stand: tasks of the statement before that still end take some, too.
 */
final class RunMask {
  private static final List<Mask> MASKS =
      List.of(
          Mask.of("/spark-scripts/(plain|extended)/", "/spark-scripts/<side>/"),
          // The rows of a command, inside its plan as words of memory, with the side's folder.
          Mask.of("(?m)(\\bCommandResult .*), \\[\\[0,[0-9a-f,\\[\\] ]+$", "$1, [<rows>]"),
          // Adaptive execution plans again when a stage ends, and counts.
          Mask.of("\\bplan_id=\\d+", "plan_id=<n>"),
          Mask.of("\\[id=#\\d+\\]", "[id=#<n>]"),
          Mask.of("\\b(rand|randn|random)\\(-?\\d{9,}\\)", "$1(<seed>)"),
          Mask.of("\\bSome\\(-?\\d{9,}\\)", "Some(<seed>)"),
          // Now: no script of Spark 3.5 has a time of these years.
          Mask.of(
              "\\b20(2[5-9]|[3-9]\\d)-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}\\.\\d{1,6}\\b", "<now>"),
          // When a table was made, in the answers of DESCRIBE.
          Mask.of(
              "\\b[A-Z][a-z]{2} [A-Z][a-z]{2} \\d{2} \\d{2}:\\d{2}:\\d{2} P[SD]T \\d{4}", "<time>"),
          Mask.of("\\bLambda\\$\\d+/0x[0-9a-f]+", "Lambda<address>"),
          Mask.of("@[0-9a-f]{5,}\\b", "@<address>"));

  private static final Pattern EXPRESSION = Pattern.compile("#(\\d+)");

  private RunMask() {}

  private record Mask(Pattern pattern, String replacement) {
    static Mask of(String pattern, String replacement) {
      return new Mask(Pattern.compile(pattern), replacement);
    }
  }

  static String mask(String text) {
    String masked = text;
    for (Mask mask : MASKS) {
      masked = mask.pattern().matcher(masked).replaceAll(mask.replacement());
    }
    Map<String, Integer> places = new HashMap<>();
    return EXPRESSION
        .matcher(masked)
        .replaceAll(
            number -> "#" + places.computeIfAbsent(number.group(1), n -> places.size() + 1));
  }
}
