package io.cerium.catalyst.ui;

import io.cerium.catalyst.plan.BatchMetric;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Where a statement is.
 *
 * @param tasks of the stages known so far
 * @param finishedTasks of those
 * @param left how long the stages that run now will take, as far as their finished tasks tell;
 *     empty before one has finished
 * @param totals sums of the tasks' metrics by name
 */
public record ProgressSnapshot(
    int tasks, int finishedTasks, Optional<Duration> left, Map<String, Long> totals) {
  /** Keeps a copy of the totals. */
  public ProgressSnapshot {
    totals = Map.copyOf(totals);
  }

  /** The sum of a metric over all tasks; 0 if none has it. */
  public long total(String metric) {
    return totals.getOrDefault(metric, 0L);
  }

  /** Rows that sources have given. */
  public long rowsRead() {
    return total("internal.metrics.input.recordsRead");
  }

  /** Milliseconds that tasks ran, summed over all of them. */
  public long taskMillis() {
    return total("internal.metrics.executorRunTime");
  }

  /** Rows that went through batch calls. */
  public long batchRows() {
    return total(BatchMetric.BATCH_ROWS.label());
  }

  /** Milliseconds that tasks prepared inputs, decoding above all. */
  public long decodeMillis() {
    return total(BatchMetric.DECODE_TIME.label());
  }

  /** Milliseconds that tasks waited for models. */
  public long waitMillis() {
    return total(BatchMetric.WAIT_TIME.label());
  }

  /** Milliseconds that models ran. */
  public long modelMillis() {
    return total(BatchMetric.MODEL_TIME.label());
  }
}
