package io.cerium.functions.image;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;

/** Widths and heights that functions take. */
final class PixelSize {
  /** What a JPEG file can say of its width or height. */
  static final int MOST = 65_535;

  private PixelSize() {}

  /**
   * Checks one side.
   *
   * @return {@code pixels}
   * @throws CeriumException ARGUMENT_INVALID if there is no such picture
   */
  static int checked(String function, String argument, int pixels) {
    if (pixels < 1 || pixels > MOST) {
      throw CeriumException.of(
          ErrorCode.ARGUMENT_INVALID,
          "argument",
          argument,
          "function",
          function,
          "problem",
          "cannot be " + pixels,
          "remedy",
          "Give a number of pixels from 1 to " + MOST + ".");
    }
    return pixels;
  }
}
