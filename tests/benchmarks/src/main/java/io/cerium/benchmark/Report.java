package io.cerium.benchmark;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a benchmark tells, as text. */
final class Report {
  private static final List<String> OF_OPERATOR = List.of("decodeTime", "waitTime", "modelTime");

  private final PrintStream out;

  Report(PrintStream out) {
    this.out = out;
  }

  void line(String text) {
    out.println(text);
  }

  void format(String form, Object... values) {
    out.println(String.format(Locale.ROOT, form, values));
  }

  void title(String text) {
    out.println();
    out.println(text);
  }

  /** The machine and the versions: figures mean nothing without them. */
  void machine() {
    line("machine: " + processor() + ", " + Runtime.getRuntime().availableProcessors() + " cores");
    line(
        "versions: Java "
            + Runtime.version()
            + ", Spark "
            + org.apache.spark.package$.MODULE$.SPARK_VERSION()
            + ", ONNX Runtime "
            + OrtEnvironment.getEnvironment().getVersion());
  }

  private static String processor() {
    try {
      return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One turn of each side. */
  void round(int number, Map<String, Reply> round) {
    round.forEach(
        (side, reply) -> {
          format(
              "%d %-3s %8.2f photos/s  ratio %.3f  %6.1f s  %6.1f CPU s  peak RSS %s MB%s",
              number,
              side,
              reply.number("photos-per-second"),
              ratio(round, side),
              reply.number("seconds"),
              reply.number("cpu-seconds"),
              reply.text("peak-rss-mb"),
              operator(reply));
        });
  }

  private static String operator(Reply reply) {
    if (!reply.values().containsKey("batches")) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "  batch %.1f",
            reply.number("batchRows") / Math.max(1, reply.number("batches"))));
    for (String metric : OF_OPERATOR) {
      text.append("  ").append(metric).append(' ').append(reply.text(metric)).append(" ms");
    }
    return text.append("  failures ").append(reply.text("failures")).toString();
  }

  /** The medians over all turns. */
  void summary(List<Map<String, Reply>> rounds) {
    for (String side : rounds.get(0).keySet()) {
      double[] speeds =
          rounds.stream().mapToDouble(r -> r.get(side).number("photos-per-second")).toArray();
      double[] ratios = rounds.stream().mapToDouble(r -> ratio(r, side)).toArray();
      format(
          "median %-3s %8.2f photos/s  ratio %.3f",
          side, Statistics.median(speeds), Statistics.median(ratios));
    }
  }

  private static double ratio(Map<String, Reply> round, String side) {
    return round.get(side).number("photos-per-second")
        / round.get("raw").number("photos-per-second");
  }
}
