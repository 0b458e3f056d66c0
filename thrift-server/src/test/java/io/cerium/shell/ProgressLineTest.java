package io.cerium.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerium.catalyst.ui.ProgressSnapshot;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private static final Map<String, Long> READ = Map.of("internal.metrics.input.recordsRead", 5000L);

  @Test
  void saysRowsRateAndTimeLeft() {
    assertThat(ProgressLine.text(new ProgressSnapshot(8, 2, READ), Duration.ofSeconds(4)))
        .isEqualTo("5,000 rows, 1,250 rows/s, 2 of 8 tasks, 4 s, about 12 s left");
  }

  @Test
  void guessesNothingBeforeTheFirstTaskEnds() {
    assertThat(ProgressLine.text(new ProgressSnapshot(8, 0, Map.of()), Duration.ofSeconds(2)))
        .isEqualTo("0 of 8 tasks, 2 s");
    assertThat(ProgressLine.text(new ProgressSnapshot(0, 0, Map.of()), Duration.ofSeconds(3)))
        .isEqualTo("planning, 3 s");
  }
}
