package io.cerium.engine.image;

import java.io.Serializable;

/**
 * What a decoder refuses before it takes memory.
 *
 * @param maxPixels width x height at most, at most {@link #MOST}
 */
public record ImageLimits(long maxPixels) implements Serializable {
  /** The pixels of four bytes that a Java array can hold. */
  public static final long MOST = 536_870_000;

  public ImageLimits {
    if (maxPixels < 1 || maxPixels > MOST) {
      throw new IllegalArgumentException("not from 1 to " + MOST + ": " + maxPixels);
    }
  }
}
