package io.cerium.benchmark;

import io.cerium.catalyst.CeriumExtensions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.SparkSession;

/**
 * The planning time that the extension adds to queries that use nothing of it: text to physical
 * plan, over empty tables, in two sessions of one process that take turns.
 */
public final class PlanningTime {
  private final Report report = new Report(System.out);
  private final SparkSession without;
  private final SparkSession with;

  private PlanningTime() {
    this.without = BenchmarkSession.builder("planning-without").getOrCreate();
    SparkSession.clearActiveSession();
    SparkSession.clearDefaultSession();
    this.with =
        BenchmarkSession.builder("planning-with")
            // Not by its setting, which belongs to the context that both sessions share.
            .withExtensions(new CeriumExtensions())
            .getOrCreate();
    // Functions are the process's; the extension shows in the parser.
    Object plainParser = without.sessionState().sqlParser();
    if (with.sessionState().sqlParser().getClass() == plainParser.getClass()) {
      throw new IllegalStateException("the sessions do not differ in the extension");
    }
  }

  public static void main(String[] arguments) {
    Options options = Options.parse(arguments, Set.of("warm-up-rounds", "rounds"));
    PlanningTime benchmark = new PlanningTime();
    benchmark.report.machine();
    benchmark.measure(options.number("warm-up-rounds", 100), options.number("rounds", 200));
    benchmark.without.stop();
  }

  private void measure(int warmUpRounds, int rounds) {
    for (String table : statements("tables.sql")) {
      run(without, table);
      run(with, table);
    }
    List<String> queries = statements("queries.sql");
    for (int round = 0; round < warmUpRounds; round++) {
      queries.forEach(query -> nanos(without, query));
      queries.forEach(query -> nanos(with, query));
    }
    double[][] plain = new double[queries.size()][rounds];
    double[][] extended = new double[queries.size()][rounds];
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < queries.size(); i++) {
        // Who goes second finds the processor's caches warm: they change places.
        if (round % 2 == 0) {
          plain[i][round] = nanos(without, queries.get(i)) / 1e6;
          extended[i][round] = nanos(with, queries.get(i)) / 1e6;
        } else {
          extended[i][round] = nanos(with, queries.get(i)) / 1e6;
          plain[i][round] = nanos(without, queries.get(i)) / 1e6;
        }
      }
    }
    tell(queries, plain, extended);
  }

  private void tell(List<String> queries, double[][] plain, double[][] extended) {
    double[] added = new double[queries.size()];
    double[] before = new double[queries.size()];
    for (int i = 0; i < added.length; i++) {
      before[i] = Statistics.median(plain[i]);
      added[i] = Statistics.median(extended[i]) - before[i];
      report.format("%7.2f ms  + %6.3f ms  %.70s", before[i], added[i], queries.get(i).strip());
    }
    report.format("queries: %d, rounds: %d", added.length, plain[0].length);
    report.format("planning without, median of the queries: %.2f ms", Statistics.median(before));
    report.format("added, median of the queries: %.3f ms", Statistics.median(added));
    report.format("added, most: %.3f ms", Arrays.stream(added).max().orElseThrow());
  }

  private static void run(SparkSession session, String statement) {
    SparkSession.setActiveSession(session);
    session.sql(statement);
  }

  private static long nanos(SparkSession session, String query) {
    SparkSession.setActiveSession(session);
    long begin = System.nanoTime();
    session.sql(query).queryExecution().executedPlan();
    return System.nanoTime() - begin;
  }

  private static List<String> statements(String resource) {
    try (InputStream in = PlanningTime.class.getResourceAsStream("/planning/" + resource)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      List<String> statements = new ArrayList<>();
      for (String statement : text.split(";\\R", -1)) {
        statements.add(statement);
      }
      return statements;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
