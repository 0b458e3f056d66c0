package io.cerium.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerium.catalyst.ui.ProgressSnapshot;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatementSummaryTest {
  @Test
  void aPlainStatementHasRowsAndSeconds() {
    ProgressSnapshot end = new ProgressSnapshot(1, 1, Optional.empty(), Map.of());
    assertThat(new StatementSummary(1, Duration.ofMillis(1234), end))
        .hasToString("1 row in 1.23 s");
    assertThat(new StatementSummary(12_345, Duration.ofSeconds(62), end))
        .hasToString("12,345 rows in 62.0 s");
  }

  @Test
  void modelsAddWhatTheyTookAndWhatLimits() {
    assertThat(new StatementSummary(15, Duration.ofSeconds(1), end(1000, 300, 600)))
        .hasToString(
            "15 rows in 1.00 s, 15 through models (model 0.80 s, decode 0.30 s; limited by model)");
  }

  @Test
  void whatTakesMostLimits() {
    assertThat(limit(end(1000, 100, 800))).isEqualTo("model");
    assertThat(limit(end(1000, 700, 100))).isEqualTo("decode");
    assertThat(limit(end(1000, 100, 100))).isEqualTo("source");
  }

  private static String limit(ProgressSnapshot end) {
    return new StatementSummary(1, Duration.ZERO, end).limit();
  }

  private static ProgressSnapshot end(long tasks, long decode, long wait) {
    return new ProgressSnapshot(
        1,
        1,
        Optional.empty(),
        Map.of(
            "internal.metrics.executorRunTime", tasks,
            "batch rows", 15L,
            "decode ms", decode,
            "wait ms", wait,
            "model ms", 800L));
  }
}
