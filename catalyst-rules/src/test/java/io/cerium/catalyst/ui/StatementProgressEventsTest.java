package io.cerium.catalyst.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.Success$;
import org.apache.spark.TaskState;
import org.apache.spark.executor.ExecutorMetrics;
import org.apache.spark.scheduler.AccumulableInfo;
import org.apache.spark.scheduler.SparkListenerExecutorMetricsUpdate;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import org.apache.spark.scheduler.StageInfo;
import org.apache.spark.scheduler.TaskInfo;
import org.apache.spark.scheduler.TaskLocality;
import org.junit.jupiter.api.Test;
import scala.Option;
import scala.Tuple4;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/** {@link StatementProgress} by the events that Spark sends, in an order that no run promises. */
class StatementProgressEventsTest {
  private static final String GROUP = "of-the-statement";

  private final AtomicInteger begun = new AtomicInteger();
  private final StatementProgress progress = new StatementProgress(GROUP, begun::incrementAndGet);

  @Test
  void theStagesOfTheStatementAreTold() {
    submit(1, 2, "of-another");
    progress.onStageSubmitted(new SparkListenerStageSubmitted(stage(2, 2), null));
    assertThat(begun).hasValue(0);
    submit(3, 5, GROUP);
    submit(4, 6, GROUP);
    assertThat(begun).hasValue(2);
    assertThat(progress.snapshot().tasks()).isEqualTo(11);
  }

  @Test
  void ofStagesAtOnceTheLongestCounts() {
    submit(1, 3, GROUP);
    submit(2, 2, GROUP);
    start(1, 10);
    start(2, 20);
    end(2, 20, 0);
    assertThat(progress.snapshot().left()).as("the first stage tells nothing yet").isEmpty();
    end(1, 10, 0);
    // Two tasks of the first wait and one of the second, which took a part of the time.
    Duration left = progress.snapshot().left().orElseThrow();
    progress.onStageCompleted(new SparkListenerStageCompleted(stage(2, 2)));
    assertThat(progress.snapshot().left()).hasValue(left);
    progress.onStageCompleted(new SparkListenerStageCompleted(stage(1, 3)));
    assertThat(progress.snapshot().left()).isEmpty();
  }

  @Test
  void whatATaskReportedCountsOnce() {
    submit(1, 2, GROUP);
    start(1, 10);
    start(1, 11);
    report(1, 10, 30);
    report(1, 11, 5);
    report(7, 70, 1000);
    assertThat(progress.snapshot().rowsRead()).isEqualTo(35);
    report(1, 10, 40);
    assertThat(progress.snapshot().rowsRead()).isEqualTo(45);
    end(1, 10, 50);
    assertThat(progress.snapshot().rowsRead()).isEqualTo(55);
  }

  private void submit(int stage, int tasks, String group) {
    Properties properties = new Properties();
    properties.setProperty("spark.jobGroup.id", group);
    progress.onStageSubmitted(new SparkListenerStageSubmitted(stage(stage, tasks), properties));
  }

  private void start(int stage, long task) {
    progress.onTaskStart(new SparkListenerTaskStart(stage, 0, task(task)));
  }

  private void end(int stage, long task, long rows) {
    TaskInfo ended = task(task);
    ended.markFinished(TaskState.FINISHED(), 1);
    ended.setAccumulables(seq(rows(rows)));
    progress.onTaskEnd(
        new SparkListenerTaskEnd(
            stage, 0, "ResultTask", Success$.MODULE$, ended, new ExecutorMetrics(), null));
  }

  private void report(int stage, long task, long rows) {
    progress.onExecutorMetricsUpdate(
        new SparkListenerExecutorMetricsUpdate(
            "driver", seq(new Tuple4<>(task, stage, 0, seq(rows(rows)))), null));
  }

  private static StageInfo stage(int stage, int tasks) {
    return new StageInfo(
        stage, 0, "", tasks, seq(), seq(), "", null, seq(), Option.empty(), 0, false, 0);
  }

  private static TaskInfo task(long task) {
    return new TaskInfo(task, 0, 0, 0, 0, "driver", "", TaskLocality.PROCESS_LOCAL(), false);
  }

  private static AccumulableInfo rows(long rows) {
    return new AccumulableInfo(
        1,
        Option.apply("internal.metrics.input.recordsRead"),
        Option.apply(rows),
        Option.empty(),
        true,
        true,
        Option.empty());
  }

  @SafeVarargs
  private static <T> Seq<T> seq(T... items) {
    return JavaConverters.asScalaBuffer(List.of(items));
  }
}
