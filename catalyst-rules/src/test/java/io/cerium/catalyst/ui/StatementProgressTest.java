package io.cerium.catalyst.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerium.catalyst.TestSpark;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class StatementProgressTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final CountDownLatch HELD = new CountDownLatch(1);

  private final JavaSparkContext spark =
      JavaSparkContext.fromSparkContext(TestSpark.session().sparkContext());

  @Test
  void timeLeftIsThatOfTheStageThatRuns() throws Exception {
    StatementProgress progress = new StatementProgress("progress-test", () -> {});
    spark.sc().addSparkListener(progress);
    spark.setJobGroup("progress-test", "", false);
    try {
      spark.parallelize(List.of(1, 2, 3), 3).count();
      await(progress, 3);
      Awaitility.await("nothing runs").until(() -> progress.snapshot().left().isEmpty());

      JavaFutureAction<Void> held =
          spark.parallelize(List.of(1, 2, 3, 4), 4).foreachAsync(one -> holdLast());
      await(progress, 6);
      ProgressSnapshot now = progress.snapshot();
      assertThat(now.tasks()).isEqualTo(7);
      // Three of four have finished, so the last takes a third of the time that has passed.
      assertThat(now.left()).hasValueSatisfying(left -> assertThat(left).isPositive());
      assertThat(now.left().orElseThrow()).isLessThan(PATIENCE.dividedBy(3));

      HELD.countDown();
      held.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      ProgressSnapshot end = progress.end(spark.sc(), PATIENCE);
      assertThat(end.finishedTasks()).isEqualTo(7);
      assertThat(end.left()).isEmpty();
    } finally {
      HELD.countDown();
      spark.clearJobGroup();
      spark.sc().removeSparkListener(progress);
    }
  }

  private static void holdLast() throws InterruptedException {
    if (TaskContext.getPartitionId() == 3 && !HELD.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("the test never let the task go");
    }
  }

  private static void await(StatementProgress progress, int finishedTasks) {
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> progress.snapshot().finishedTasks() == finishedTasks);
  }
}
