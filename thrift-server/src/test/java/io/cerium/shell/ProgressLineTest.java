package io.cerium.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerium.catalyst.ui.ProgressSnapshot;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private static final Map<String, Long> READ = Map.of("internal.metrics.input.recordsRead", 5000L);

  @Test
  void saysRowsRateAndTimeLeft() {
    ProgressSnapshot now = new ProgressSnapshot(8, 2, Optional.of(Duration.ofSeconds(12)), READ);
    assertThat(ProgressLine.text(now, Duration.ofSeconds(4)))
        .isEqualTo("5,000 rows, 1,250 rows/s, 2 of 8 tasks, 4 s, about 12 s left");
  }

  @Test
  void countsRowsOfModelsWhereThereAreSome() {
    Map<String, Long> both = new HashMap<>(READ);
    both.put("batch rows", 40L);
    assertThat(
            ProgressLine.text(
                new ProgressSnapshot(2, 1, Optional.empty(), both), Duration.ofSeconds(4)))
        .isEqualTo("40 rows, 10 rows/s, 1 of 2 tasks, 4 s");
  }

  @Test
  void guessesNothingBeforeTheFirstTaskEnds() {
    ProgressSnapshot begun = new ProgressSnapshot(8, 0, Optional.empty(), Map.of());
    assertThat(ProgressLine.text(begun, Duration.ofSeconds(2))).isEqualTo("0 of 8 tasks, 2 s");
    ProgressSnapshot planning = new ProgressSnapshot(0, 0, Optional.empty(), Map.of());
    assertThat(ProgressLine.text(planning, Duration.ofSeconds(3))).isEqualTo("planning, 3 s");
  }
}
