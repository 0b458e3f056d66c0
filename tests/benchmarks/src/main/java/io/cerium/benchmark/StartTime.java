package io.cerium.benchmark;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The time from the start of {@code bin/cerium-sql} to its first row, everything built and the
 * files in the system's memory: a first start that is not counted sees to that.
 */
public final class StartTime {
  private static final long END_SECONDS = 300;

  private final Report report = new Report(System.out);
  private final Path launcher = Folders.repository().resolve("bin/cerium-sql");
  private final Path data = Folders.target().resolve("start-time");

  private StartTime() {}

  public static void main(String[] arguments) {
    Options options = Options.parse(arguments, Set.of("starts"));
    StartTime benchmark = new StartTime();
    benchmark.report.machine();
    int starts = options.number("starts", 5);
    benchmark.measure("a constant", starts, List.of("-e", "SELECT 1 AS one"));
    Path quickStart = Folders.examples().resolve("quickstart.sql");
    benchmark.measure("the quick start", starts, List.of("-f", quickStart.toString()));
  }

  private record Times(double firstRow, double end) {}

  private void measure(String what, int starts, List<String> statements) {
    start(statements);
    double[] firstRow = new double[starts];
    double[] end = new double[starts];
    for (int i = 0; i < starts; i++) {
      Times times = start(statements);
      firstRow[i] = times.firstRow();
      end[i] = times.end();
      report.format("%s: first row %.2f s, end %.2f s", what, firstRow[i], end[i]);
    }
    report.format(
        "%s, median of %d: first row %.2f s, end %.2f s",
        what, starts, Statistics.median(firstRow), Statistics.median(end));
  }

  private Times start(List<String> statements) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(launcher.toString(), "--data", data.toString(), "--format", "csv"));
    command.addAll(statements);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectError(Folders.target().resolve("start-time.log").toFile())
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
    try {
      long begin = System.nanoTime();
      Process process = builder.start();
      try (BufferedReader out = process.inputReader()) {
        // The first line of CSV names the columns, the second is a row.
        String row = out.lines().skip(1).findFirst().orElse(null);
        double firstRow = seconds(begin);
        long rest = out.lines().count();
        boolean ended = process.waitFor(END_SECONDS, TimeUnit.SECONDS);
        if (!ended || process.exitValue() != 0 || row == null) {
          throw new IllegalStateException(
              "'" + String.join(" ", command) + "' failed after " + rest + " further lines");
        }
        return new Times(firstRow, seconds(begin));
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static double seconds(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }
}
