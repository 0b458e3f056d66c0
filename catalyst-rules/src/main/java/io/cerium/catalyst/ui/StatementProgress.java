package io.cerium.catalyst.ui;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeoutException;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.AccumulableInfo;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorMetricsUpdate;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/**
 * How far one statement is: the tasks of a job group, and the sums of their metrics by name,
 * running tasks included as far as they have reported.
 *
 * <p>Spark's listener thread writes, any thread reads.
 */
public final class StatementProgress extends SparkListener {
  private final String jobGroup;
  private final Runnable onStage;
  private final Map<Integer, StageTasks> stages = new HashMap<>();
  private final Map<String, Long> finished = new HashMap<>();
  private final Map<Long, Map<String, Long>> running = new HashMap<>();

  /**
   * @param onStage called when a stage begins, on Spark's listener thread
   */
  public StatementProgress(String jobGroup, Runnable onStage) {
    this.jobGroup = jobGroup;
    this.onStage = onStage;
  }

  @Override
  public synchronized void onStageSubmitted(SparkListenerStageSubmitted stage) {
    Properties properties = stage.properties();
    if (properties != null && jobGroup.equals(properties.getProperty("spark.jobGroup.id"))) {
      stages.put(stage.stageInfo().stageId(), new StageTasks(stage.stageInfo().numTasks()));
      onStage.run();
    }
  }

  @Override
  public synchronized void onStageCompleted(SparkListenerStageCompleted end) {
    StageTasks stage = stages.get(end.stageInfo().stageId());
    if (stage != null) {
      stage.complete();
    }
  }

  @Override
  public synchronized void onTaskStart(SparkListenerTaskStart start) {
    StageTasks stage = stages.get(start.stageId());
    if (stage != null) {
      stage.begin(start.taskInfo().taskId(), System.nanoTime());
    }
  }

  @Override
  public synchronized void onTaskEnd(SparkListenerTaskEnd end) {
    StageTasks stage = stages.get(end.stageId());
    if (stage == null) {
      return;
    }
    running.remove(end.taskInfo().taskId());
    stage.end(end.taskInfo().taskId(), end.taskInfo().successful(), System.nanoTime());
    updates(end.taskInfo().accumulables()).forEach((name, value) -> add(finished, name, value));
  }

  @Override
  public synchronized void onExecutorMetricsUpdate(SparkListenerExecutorMetricsUpdate report) {
    JavaConverters.seqAsJavaList(report.accumUpdates())
        .forEach(
            task -> {
              if (stages.containsKey((Integer) task._2())) {
                running.put((Long) task._1(), updates(task._4()));
              }
            });
  }

  private static Map<String, Long> updates(Seq<AccumulableInfo> accumulables) {
    Map<String, Long> updates = new HashMap<>();
    for (AccumulableInfo info : JavaConverters.seqAsJavaList(accumulables)) {
      if (info.name().isDefined()
          && info.update().isDefined()
          && info.update().get() instanceof Long value) {
        add(updates, info.name().get(), value);
      }
    }
    return updates;
  }

  private static void add(Map<String, Long> totals, String name, long value) {
    totals.merge(name, value, Long::sum);
  }

  /** Where the statement is now. */
  public synchronized ProgressSnapshot snapshot() {
    Map<String, Long> totals = new HashMap<>(finished);
    running.values().forEach(task -> task.forEach((name, value) -> add(totals, name, value)));
    return new ProgressSnapshot(
        stages.values().stream().mapToInt(StageTasks::count).sum(),
        stages.values().stream().mapToInt(StageTasks::finished).sum(),
        left(),
        totals);
  }

  /** Of stages that run at once, such as both sides of a join, the one that takes longest. */
  private Optional<Duration> left() {
    List<Optional<Duration>> left =
        stages.values().stream()
            .filter(stage -> !stage.isComplete())
            .map(stage -> stage.left(System.nanoTime()))
            .toList();
    return left.stream().allMatch(Optional::isPresent)
        ? left.stream().flatMap(Optional::stream).max(Comparator.naturalOrder())
        : Optional.empty();
  }

  /**
   * Stops listening, after what has happened so far has been heard, or after the given time.
   *
   * @return where the statement ended
   */
  public ProgressSnapshot end(SparkContext context, Duration patience) {
    try {
      context.listenerBus().waitUntilEmpty(patience.toMillis());
    } catch (TimeoutException busy) {
      // A late report only makes the numbers of the closing line smaller.
      return snapshot();
    } finally {
      context.removeSparkListener(this);
    }
    return snapshot();
  }
}
