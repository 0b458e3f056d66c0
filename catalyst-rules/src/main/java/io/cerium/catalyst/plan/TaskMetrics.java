package io.cerium.catalyst.plan;

import io.cerium.functions.spi.BatchMetrics;
import java.io.Serializable;
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

  /** Adds all sums to Spark's metrics; once, at the end of the task. */
  void report() {
    metrics.get(BatchMetric.ROWS).add(rows.sum());
    metrics.get(BatchMetric.BATCHES).add(batches.sum());
    metrics.get(BatchMetric.BATCH_ROWS).add(batchRows.sum());
    metrics.get(BatchMetric.DECODE_TIME).add(TimeUnit.NANOSECONDS.toMillis(decodeNanos.sum()));
    metrics.get(BatchMetric.WAIT_TIME).add(TimeUnit.NANOSECONDS.toMillis(waitNanos.sum()));
    metrics.get(BatchMetric.MODEL_TIME).add(TimeUnit.NANOSECONDS.toMillis(modelNanos.sum()));
    metrics.get(BatchMetric.FAILURES).add(failures.sum());
  }
}
