package io.cerium.catalyst.plan;

import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.execution.metric.SQLMetric;
import org.apache.spark.sql.execution.metric.SQLMetrics;

/** What the batch operator measures, as the SQL tab of Spark's UI shows it. */
public enum BatchMetric {
  ROWS("numOutputRows", "rows", false),
  BATCHES("batches", "batches", false),
  BATCH_ROWS("batchRows", "batch rows", false),
  DECODE_TIME("decodeTime", "decode ms", true),
  WAIT_TIME("waitTime", "wait ms", true),
  MODEL_TIME("modelTime", "model ms", true),
  FAILURES("failures", "failures", false);

  private final String key;
  private final String label;
  private final boolean isTime;

  BatchMetric(String key, String label, boolean isTime) {
    this.key = key;
    this.label = label;
    this.isTime = isTime;
  }

  String key() {
    return key;
  }

  /** Its name in the UI and in {@code EXPLAIN FORMATTED}. */
  public String label() {
    return label;
  }

  /** What the UI shows of a sum: milliseconds of times, which are measured in nanoseconds. */
  long shown(long sum) {
    return isTime ? TimeUnit.NANOSECONDS.toMillis(sum) : sum;
  }

  SQLMetric create(SparkContext context) {
    return isTime
        ? SQLMetrics.createTimingMetric(context, label, -1L)
        : SQLMetrics.createMetric(context, label);
  }
}
