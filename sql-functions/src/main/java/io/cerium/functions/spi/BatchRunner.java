package io.cerium.functions.spi;

import java.util.concurrent.CompletableFuture;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * One kernel at work for one task. Rows are added on the task's thread, which does the work of
 * preparing them; answers come from other threads, or from this one inside of {@link #submit}.
 */
public interface BatchRunner extends AutoCloseable {
  /**
   * Takes one row into the open batch. What cannot be prepared (no image, say) is remembered as
   * this row's failure and does not touch the other rows.
   *
   * @param inputs the values in the order of {@link BoundBatchCall#inputs}; may be reused by the
   *     caller after the call
   */
  void add(InternalRow inputs);

  /** Whether the open batch has as many rows or bytes as it should. */
  boolean isFull();

  /**
   * Sends the open batch, which may be empty, and opens the next. Blocks while too much waits, or
   * while this thread runs the batch itself.
   */
  CompletableFuture<BatchAnswer> submit();

  /** Gives back what was not submitted. Answers that are still open stay valid. */
  @Override
  void close();
}
