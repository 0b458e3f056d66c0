package io.cerium.engine.image;

import java.io.Serializable;

/** What a pipeline ends in, once its ops are done. */
public sealed interface ImageEnd extends Serializable {
  /** Pixels: Spark's image struct. */
  record ToPixels() implements ImageEnd {}

  /**
   * The bytes of a file.
   *
   * @param quality 1 to 100, without meaning for lossless formats
   */
  record ToEncoded(ImageFormat format, int quality) implements ImageEnd {}
}
