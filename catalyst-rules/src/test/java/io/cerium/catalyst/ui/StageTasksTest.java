package io.cerium.catalyst.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StageTasksTest {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  @Test
  void nothingIsGuessedBeforeATaskHasFinished() {
    StageTasks stage = new StageTasks(2);
    assertThat(stage.left(0)).isEmpty();
    stage.begin(7, 0);
    assertThat(stage.left(50 * SECOND)).isEmpty();
    stage.end(7, false, 60 * SECOND);
    assertThat(stage.left(60 * SECOND)).isEmpty();
    assertThat(stage.finished()).isZero();
  }

  @Test
  void tasksThatRunCountByWhatTheyHaveLeft() {
    StageTasks stage = twoOfSixFinished();
    // Two run for 30 s more, and the two that wait take 60 s after them.
    assertThat(stage.left(90 * SECOND)).contains(Duration.ofSeconds(90));

    stage.end(3, true, 120 * SECOND);
    stage.end(4, true, 120 * SECOND);
    stage.begin(5, 120 * SECOND);
    stage.begin(6, 120 * SECOND);
    assertThat(stage.left(130 * SECOND)).contains(Duration.ofSeconds(50));
  }

  @Test
  void aTaskThatTakesLongerThanUsualTellsNothing() {
    StageTasks stage = twoOfSixFinished();
    // Both are over their time; those that wait are not.
    assertThat(stage.left(500 * SECOND)).contains(Duration.ofSeconds(60));
    for (long task = 3; task <= 5; task++) {
      stage.end(task, true, 500 * SECOND);
    }
    stage.begin(6, 500 * SECOND);
    assertThat(stage.left(5000 * SECOND)).isEmpty();
  }

  /** Tasks 1 and 2 took a minute each, 3 and 4 run since then. */
  private static StageTasks twoOfSixFinished() {
    StageTasks stage = new StageTasks(6);
    stage.begin(1, 0);
    stage.begin(2, 0);
    stage.end(1, true, 60 * SECOND);
    stage.end(2, true, 60 * SECOND);
    stage.begin(3, 60 * SECOND);
    stage.begin(4, 60 * SECOND);
    return stage;
  }
}
