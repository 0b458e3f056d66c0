package io.cerium.engine.model;

import java.util.Locale;

/** What turns a row of a classifier's raw scores into probabilities. Computed in double. */
public enum Activation {
  /** Scores of classes that exclude each other: the results sum to one. */
  SOFTMAX {
    @Override
    public void apply(double[] row) {
      double largest = Double.NEGATIVE_INFINITY;
      for (double score : row) {
        largest = Math.max(largest, score);
      }
      double sum = 0;
      for (int i = 0; i < row.length; i++) {
        // Less the largest, so that no exponential overflows.
        row[i] = Math.exp(row[i] - largest);
        sum += row[i];
      }
      for (int i = 0; i < row.length; i++) {
        row[i] /= sum;
      }
    }
  },
  /** Scores of classes that do not exclude each other: each result lies between zero and one. */
  SIGMOID {
    @Override
    public void apply(double[] row) {
      for (int i = 0; i < row.length; i++) {
        row[i] = 1 / (1 + Math.exp(-row[i]));
      }
    }
  },
  /** Leaves the scores as they are. */
  NONE {
    @Override
    public void apply(double[] row) {}
  };

  /** Replaces the scores of one row in place; NaN stays NaN. */
  public abstract void apply(double[] row);

  /** As users write it: {@code softmax}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
