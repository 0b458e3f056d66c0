package io.cerium.catalyst.plan;

import io.cerium.functions.spi.BatchMetrics;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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
  private final LongAdder rows = new LongAdder();
  private final LongAdder batches = new LongAdder();
  private final LongAdder batchRows = new LongAdder();
  private final LongAdder decodeNanos = new LongAdder();
  private final LongAdder waitNanos = new LongAdder();
  private final LongAdder modelNanos = new LongAdder();
  private final LongAdder failures = new LongAdder();

  TaskMetrics(Map<BatchMetric, SQLMetric> metrics) {
    this.metrics = metrics;
  }

  /** Fresh sums over the same metrics: several partitions may run on one deserialized plan. */
  TaskMetrics forTask() {
    return new TaskMetrics(metrics);
  }

  void addRow() {
    rows.increment();
  }

  @Override
  public void addBatch(int rowsOfBatch) {
    batches.increment();
    batchRows.add(rowsOfBatch);
  }

  @Override
  public void addDecodeNanos(long nanos) {
    decodeNanos.add(nanos);
  }

  @Override
  public void addWaitNanos(long nanos) {
    waitNanos.add(nanos);
  }

  @Override
  public void addModelNanos(long nanos) {
    modelNanos.add(nanos);
  }

  @Override
  public void addFailures(int failedRows) {
    failures.add(failedRows);
  }

  /**
   * Adds to Spark's metrics what came since the last time: on the task's thread, now and then, so
   * that a long task shows how far it is, and at its end.
   */
  void report() {
    report(BatchMetric.ROWS, rows.sum());
    report(BatchMetric.BATCHES, batches.sum());
    report(BatchMetric.BATCH_ROWS, batchRows.sum());
    report(BatchMetric.DECODE_TIME, TimeUnit.NANOSECONDS.toMillis(decodeNanos.sum()));
    report(BatchMetric.WAIT_TIME, TimeUnit.NANOSECONDS.toMillis(waitNanos.sum()));
    report(BatchMetric.MODEL_TIME, TimeUnit.NANOSECONDS.toMillis(modelNanos.sum()));
    report(BatchMetric.FAILURES, failures.sum());
  }

  private void report(BatchMetric metric, long sum) {
    long before = reported.getOrDefault(metric, 0L);
    metrics.get(metric).add(sum - before);
    reported.put(metric, sum);
  }
}
