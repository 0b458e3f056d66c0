package io.cerium.functions.spi;

/** Where a run reports to; safe for all threads. */
public interface BatchMetrics {
  /** A batch was sent. */
  void addBatch(int rows);

  /** Time spent on preparing inputs, decoding above all, on the task's thread. */
  void addDecodeNanos(long nanos);

  /**
   * Time that the task's thread spent on answers: waiting for one, for room, or running a batch.
   */
  void addWaitNanos(long nanos);

  /** Time that the model ran, on any thread. */
  void addModelNanos(long nanos);

  /** Rows that failed, whether the query failed with them or not. */
  void addFailures(int rows);
}
