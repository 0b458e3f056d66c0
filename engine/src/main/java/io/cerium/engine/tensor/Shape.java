package io.cerium.engine.tensor;

import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * The dimensions of a tensor, outermost first; {@link #DYNAMIC} stands for one that the model
 * leaves open.
 */
public record Shape(long... dimensions) implements Serializable {
  public static final long DYNAMIC = -1;

  public Shape {
    dimensions = dimensions.clone();
  }

  public static Shape of(long... dimensions) {
    return new Shape(dimensions);
  }

  @Override
  public long[] dimensions() {
    return dimensions.clone();
  }

  public int rank() {
    return dimensions.length;
  }

  public long dimension(int index) {
    return dimensions[index];
  }

  public boolean isDynamic() {
    return LongStream.of(dimensions).anyMatch(d -> d < 0);
  }

  /**
   * The number of elements.
   *
   * @throws IllegalStateException if a dimension is dynamic
   */
  public long elements() {
    if (isDynamic()) {
      throw new IllegalStateException("a dynamic shape has no number of elements: " + this);
    }
    return LongStream.of(dimensions).reduce(1, Math::multiplyExact);
  }

  /** This shape without its first dimension, which is the batch's: the shape of one row. */
  public Shape row() {
    return rank() == 0 ? this : new Shape(Arrays.copyOfRange(dimensions, 1, dimensions.length));
  }

  /** This shape with another first dimension. */
  public Shape withFirst(long first) {
    long[] changed = dimensions.clone();
    changed[0] = first;
    return new Shape(changed);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shape that && Arrays.equals(dimensions, that.dimensions);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(dimensions);
  }

  /** As in {@code [N,3,224,224]}. */
  @Override
  public String toString() {
    return LongStream.of(dimensions)
        .mapToObj(d -> d < 0 ? "N" : Long.toString(d))
        .collect(Collectors.joining(",", "[", "]"));
  }
}
