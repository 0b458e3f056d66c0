package io.cerium.functions.spi;

/** Where a run reports to; safe for all threads. What is not overridden is told to nobody. */
public interface BatchMetrics {
  /** A batch was sent. */
  default void addBatch(int rows) {}

  /** Time spent on preparing inputs, decoding above all, on the task's thread. */
  default void addDecodeNanos(long nanos) {}

  /**
   * Time that the task's thread spent on answers: waiting for one, for room, or running a batch.
   */
  default void addWaitNanos(long nanos) {}

  /** Time that the model ran, on any thread. */
  default void addModelNanos(long nanos) {}

  /** Rows that failed, whether the query failed with them or not. */
  default void addFailures(int rows) {}
}
