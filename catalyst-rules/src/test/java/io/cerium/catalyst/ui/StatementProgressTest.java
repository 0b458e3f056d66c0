package io.cerium.catalyst.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerium.catalyst.TestSpark;
import java.time.Duration;
import java.util.Collections;
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

      // Three finish, as many as there are processors are held, and four wait.
      int count = 7 + spark.defaultParallelism();
      JavaFutureAction<Void> held =
          spark
              .parallelize(Collections.nCopies(count, 1), count)
              .foreachAsync(one -> holdFromTheFourthOn());
      await(progress, 6);
      ProgressSnapshot now = progress.snapshot();
      assertThat(now.tasks()).isEqualTo(3 + count);
      assertThat(now.left()).hasValueSatisfying(left -> assertThat(left).isPositive());
      assertThat(now.left().orElseThrow()).isLessThan(PATIENCE.dividedBy(3));
      tasksThatRunCountLessAndLess(progress);

      HELD.countDown();
      held.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      ProgressSnapshot end = progress.end(spark.sc(), PATIENCE);
      assertThat(end.finishedTasks()).isEqualTo(3 + count);
      assertThat(end.left()).isEmpty();
    } finally {
      HELD.countDown();
      spark.clearJobGroup();
      spark.sc().removeSparkListener(progress);
    }
  }

  /** What is left for the four alone stays as it is, however long the others run. */
  private static void tasksThatRunCountLessAndLess(StatementProgress progress) {
    Duration once = progress.snapshot().left().orElseThrow();
    Awaitility.await("the tasks that run are over their time")
        .atMost(PATIENCE)
        .until(
            () -> {
              Duration before = progress.snapshot().left().orElseThrow();
              return progress.snapshot().left().orElseThrow().equals(before);
            });
    assertThat(progress.snapshot().left().orElseThrow()).isPositive().isLessThanOrEqualTo(once);
  }

  private static void holdFromTheFourthOn() throws InterruptedException {
    if (TaskContext.getPartitionId() >= 3 && !HELD.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("the test never let the task go");
    }
  }

  private static void await(StatementProgress progress, int finishedTasks) {
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> progress.snapshot().finishedTasks() == finishedTasks);
  }
}
