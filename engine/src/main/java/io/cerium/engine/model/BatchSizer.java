package io.cerium.engine.model;

import io.cerium.engine.tensor.Shape;

/**
 * Finds the number of rows in a batch that a model answers fastest, by measuring the batches of the
 * query itself.
 *
 * <p>It begins with one row, tries twice as many in turn with it, and takes those where they give
 * over 1% more rows per second; and so on until they do not. Sizes take turns, because a machine
 * that becomes busier or faster must not decide. Convolutional networks gain 1 to 4% by two rows,
 * tabular models 3 to 20 times by many. Safe for all threads; what it chooses depends on the
 * observations alone.
 */
public final class BatchSizer {
  private static final int STEP = 2;
  private static final int MOST_ROWS = 4096;

  /** Bytes of inputs that a batch may have, so that several of them fit in memory at once. */
  public static final long MOST_BYTES = 16L << 20;

  private static final double WORTHWHILE = 1.01;

  /** The first batch of a size makes the runtime plan its memory, and says nothing. */
  private static final int WARM_UP = 1;

  /** The best of so many is within 1% of the best there is, on a machine that is in use. */
  private static final int SAMPLES = 15;

  /**
   * So many batches a size may be seen ahead of the other: queries of single rows, which never fill
   * a larger one, leave the question to the next query that does.
   */
  private static final int LEAD = 8;

  private final int most;
  private Trial small;
  private Trial large;

  /** What was seen of one size. */
  private static final class Trial {
    final int rows;
    int seen;
    double speed;

    Trial(int rows) {
      this.rows = rows;
    }

    void observed(long nanos, Trial other) {
      if (seen >= other.seen + LEAD) {
        return;
      }
      seen++;
      if (seen > WARM_UP) {
        // The best of some: a busy machine makes a batch slower than the model is, never faster.
        speed = Math.max(speed, (double) rows / nanos);
      }
    }

    boolean isDone() {
      return seen >= WARM_UP + SAMPLES;
    }
  }

  private BatchSizer(int first, int most) {
    this.most = most;
    compare(first);
  }

  /** Compares a size with the next larger one; settles if there is none. */
  private void compare(int rows) {
    small = new Trial(rows);
    large = (long) rows * STEP <= most ? new Trial(rows * STEP) : null;
  }

  /** A sizer for a model, nothing measured yet. */
  public static BatchSizer of(Signature signature) {
    if (signature.fixedBatch() > 0) {
      // More rows would run one slice after the other.
      return new BatchSizer(signature.fixedBatch(), signature.fixedBatch());
    }
    long bytesPerRow = 0;
    for (TensorSpec input : signature.inputs()) {
      Shape row = input.shape().row();
      bytesPerRow += row.isDynamic() ? 0 : row.elements() * input.type().bytes();
    }
    int most = bytesPerRow == 0 ? MOST_ROWS : (int) Math.min(MOST_ROWS, MOST_BYTES / bytesPerRow);
    return new BatchSizer(1, Math.max(1, most));
  }

  /** How many rows the next batch should have, at least one. */
  public synchronized int rows() {
    return large == null || small.seen <= large.seen ? small.rows : large.rows;
  }

  /** Whether nothing more is tried. */
  public synchronized boolean isSettled() {
    return large == null;
  }

  /**
   * Tells of a batch that was run. Batches of other sizes than those that are being tried, such as
   * the last of a partition, say nothing about the model.
   *
   * @param batchRows its rows
   * @param nanos time that the model ran
   */
  public synchronized void observed(int batchRows, long nanos) {
    if (large == null || nanos <= 0) {
      return;
    }
    if (batchRows == small.rows) {
      small.observed(nanos, large);
    } else if (batchRows == large.rows) {
      large.observed(nanos, small);
    }
    if (small.isDone() && large.isDone()) {
      if (large.speed > small.speed * WORTHWHILE) {
        compare(large.rows);
      } else {
        large = null;
      }
    }
  }
}
