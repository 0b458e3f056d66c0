package io.cerium.engine.model;

import io.cerium.engine.tensor.Shape;

/**
 * Finds the number of rows in a batch that a model answers fastest, by measuring the batches of the
 * query itself.
 *
 * <p>It begins with one row and goes on to four times as many for as long as the rows per second
 * grow by more than 5%; then it stays with the best. Convolutional networks settle at once, tabular
 * models gain 3 to 20 times. Safe for all threads; what it chooses depends on the observations
 * alone.
 */
public final class BatchSizer {
  private static final int STEP = 4;
  private static final int MOST_ROWS = 4096;

  /** Bytes of inputs that a batch may have, so that several of them fit in memory at once. */
  private static final long MOST_BYTES = 16L << 20;

  private static final double WORTHWHILE = 1.05;

  /** The first batch of a size makes the runtime plan its memory, and says nothing. */
  private static final int WARM_UP = 1;

  private static final int SAMPLES = 5;

  private final int most;
  private final boolean isFixed;
  private int rows;
  private int seen;
  private double bestOfSize;
  private int bestRows;
  private double bestSpeed;
  private boolean settled;

  private BatchSizer(int first, int most, boolean isFixed) {
    this.rows = first;
    this.bestRows = first;
    this.most = most;
    this.isFixed = isFixed;
    this.settled = first >= most;
  }

  /** A sizer for a model, nothing measured yet. */
  public static BatchSizer of(Signature signature) {
    if (signature.fixedBatch() > 0) {
      // More rows would run one slice after the other.
      return new BatchSizer(signature.fixedBatch(), signature.fixedBatch(), true);
    }
    long bytesPerRow = 0;
    for (TensorSpec input : signature.inputs()) {
      Shape row = input.shape().row();
      bytesPerRow += row.isDynamic() ? 0 : row.elements() * input.type().bytes();
    }
    int most = bytesPerRow == 0 ? MOST_ROWS : (int) Math.min(MOST_ROWS, MOST_BYTES / bytesPerRow);
    return new BatchSizer(1, Math.max(1, most), false);
  }

  /** How many rows the next batch should have, at least one. */
  public synchronized int rows() {
    return rows;
  }

  /** Whether nothing more is tried. */
  public synchronized boolean isSettled() {
    return settled;
  }

  /**
   * Tells of a batch that was run. Batches of another size than the one that is being tried, such
   * as the last of a partition, say nothing.
   *
   * @param batchRows its rows
   * @param nanos time that the model ran
   */
  public synchronized void observed(int batchRows, long nanos) {
    if (settled || isFixed || batchRows != rows || nanos <= 0) {
      return;
    }
    seen++;
    if (seen > WARM_UP) {
      // The best of some: a busy machine makes a batch slower than the model is, never faster.
      bestOfSize = Math.max(bestOfSize, (double) batchRows / nanos);
    }
    if (seen == WARM_UP + SAMPLES) {
      decide();
    }
  }

  private void decide() {
    boolean better = bestOfSize > bestSpeed * WORTHWHILE;
    if (better) {
      bestSpeed = bestOfSize;
      bestRows = rows;
    }
    if (better && rows * STEP <= most) {
      rows *= STEP;
    } else {
      rows = bestRows;
      settled = true;
    }
    seen = 0;
    bestOfSize = 0;
  }
}
