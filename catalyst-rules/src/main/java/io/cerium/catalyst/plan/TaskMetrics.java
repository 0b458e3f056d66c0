package io.cerium.catalyst.plan;

import io.cerium.functions.spi.BatchMetrics;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.apache.spark.sql.execution.metric.SQLMetric;

/**
 * What one task measures. Models report from their own threads; the sums reach Spark's metrics,
 * which are the task thread's, when {@link #report} is called there.
 */
final class TaskMetrics implements BatchMetrics, Serializable {
  private static final long serialVersionUID = 1L;

  private final Map<BatchMetric, SQLMetric> metrics;
  private final Map<BatchMetric, Long> reported = new EnumMap<>(BatchMetric.class);
  private final Map<BatchMetric, LongAdder> sums = new EnumMap<>(BatchMetric.class);

  TaskMetrics(Map<BatchMetric, SQLMetric> metrics) {
    this.metrics = metrics;
    for (BatchMetric metric : BatchMetric.values()) {
      sums.put(metric, new LongAdder());
    }
  }

  /** Fresh sums over the same metrics: several partitions may run on one deserialized plan. */
  TaskMetrics forTask() {
    return new TaskMetrics(metrics);
  }

  private void add(BatchMetric metric, long value) {
    sums.get(metric).add(value);
  }

  void addRow() {
    add(BatchMetric.ROWS, 1);
  }

  @Override
  public void addBatch(int rowsOfBatch) {
    add(BatchMetric.BATCHES, 1);
    add(BatchMetric.BATCH_ROWS, rowsOfBatch);
  }

  @Override
  public void addDecodeNanos(long nanos) {
    add(BatchMetric.DECODE_TIME, nanos);
  }

  @Override
  public void addWaitNanos(long nanos) {
    add(BatchMetric.WAIT_TIME, nanos);
  }

  @Override
  public void addModelNanos(long nanos) {
    add(BatchMetric.MODEL_TIME, nanos);
  }

  @Override
  public void addFailures(int failedRows) {
    add(BatchMetric.FAILURES, failedRows);
  }

  /**
   * Adds to Spark's metrics what came since the last time: on the task's thread, now and then, so
   * that a long task shows how far it is, and at its end.
   */
  void report() {
    sums.forEach((metric, sum) -> report(metric, metric.shown(sum.sum())));
  }

  private void report(BatchMetric metric, long sum) {
    long before = reported.getOrDefault(metric, 0L);
    metrics.get(metric).add(sum - before);
    reported.put(metric, sum);
  }
}
