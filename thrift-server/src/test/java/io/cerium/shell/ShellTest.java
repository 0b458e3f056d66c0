package io.cerium.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerium.launch.StandardStreams;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ShellTest {
  private static final SparkSession SESSION =
      SparkSession.builder()
          .master("local[1]")
          .config("spark.ui.enabled", "false")
          .config("spark.driver.bindAddress", "127.0.0.1")
          .getOrCreate();

  private final ByteArrayOutputStream results = new ByteArrayOutputStream();
  private final ByteArrayOutputStream notes = new ByteArrayOutputStream();
  private final Shell shell =
      new Shell(
          SESSION,
          new StandardStreams(stream(results), stream(notes)),
          ShellOptions.parse("--format", "csv"),
          Shell.Screen.NONE);

  @AfterAll
  static void stop() {
    SESSION.stop();
  }

  @Test
  void aStatementTooDeepIsAFailedOneAndTheNextRuns() {
    failsTooDeep("SELECT " + "(".repeat(5000) + "1" + ")".repeat(5000));
    failsTooDeep(
        "SELECT " + String.join("+", Collections.nCopies(20_000, "id")) + " FROM range(1)");

    assertThat(shell.run("SELECT 1 AS one", "")).isTrue();
    assertThat(results).hasToString("one\r\n1\r\n");
  }

  private void failsTooDeep(String statement) {
    notes.reset();
    assertThat(shell.run(statement, "script.sql:1: ")).isFalse();
    assertThat(notes.toString(StandardCharsets.UTF_8))
        .startsWith("script.sql:1: The statement is nested deeper than this process can follow")
        .hasLineCount(1);
  }

  @Test
  void aLongMessageIsTold() {
    assertThat(shell.run("SELECT raise_error(repeat('a.', 50000))", "")).isFalse();
    assertThat(notes.toString(StandardCharsets.UTF_8)).contains("a.".repeat(50_000));
  }

  @Test
  void intervalsReadAsSparksCastWritesThem() {
    List<String> intervals =
        List.of(
            "INTERVAL '3' DAY",
            "INTERVAL '-3' HOUR",
            "INTERVAL '1 02' DAY TO HOUR",
            "INTERVAL '-1 01:01:01.5' DAY TO SECOND",
            "INTERVAL '61.25' SECOND",
            "INTERVAL '5' MONTH",
            "INTERVAL '-2' YEAR",
            "INTERVAL '-1-2' YEAR TO MONTH",
            "make_interval(1, 2, 0, 3)");
    for (String interval : intervals) {
      results.reset();
      assertThat(
              shell.run(
                  "SELECT v, CAST(v AS STRING), array(named_struct('x', v)) FROM (SELECT "
                      + interval
                      + " AS v)",
                  ""))
          .as(notes.toString(StandardCharsets.UTF_8))
          .isTrue();
      String[] cells = results.toString(StandardCharsets.UTF_8).lines().toList().get(1).split(",");
      assertThat(cells[0]).isEqualTo(cells[1]);
      assertThat(cells[2]).contains(cells[1]);
    }
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
