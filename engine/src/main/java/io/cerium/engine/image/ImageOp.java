package io.cerium.engine.image;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import java.io.Serializable;
import java.util.List;

/**
 * One step from pixels to pixels. Values are constants: an op is made once and used for all rows.
 *
 * <p>Making one with a size below 1 fails with ARGUMENT_INVALID.
 */
public sealed interface ImageOp extends Serializable {

  /** To exactly this size, whatever becomes of the aspect ratio. */
  record Resize(int width, int height, Interpolation interpolation) implements ImageOp {
    public Resize {
      requirePixels("resize", "width", width);
      requirePixels("resize", "height", height);
    }
  }

  /**
   * To this length of the shorter side, the aspect ratio kept: the other side is rounded half to
   * even, as Python does it.
   */
  record ResizeShorterSide(int size, Interpolation interpolation) implements ImageOp {
    public ResizeShorterSide {
      requirePixels("resize", "size", size);
    }
  }

  /**
   * To the smallest size that covers this one, the aspect ratio kept: one side is as long as asked,
   * the other as long or longer, rounded half to even.
   */
  record ResizeToCover(int width, int height, Interpolation interpolation) implements ImageOp {
    public ResizeToCover {
      requirePixels("resize", "width", width);
      requirePixels("resize", "height", height);
    }
  }

  /**
   * The window in the middle, an odd pixel more at its right or bottom; what lies outside of the
   * picture is 0 in all channels.
   */
  record CenterCrop(int width, int height) implements ImageOp {
    public CenterCrop {
      requirePixels("center_crop", "width", width);
      requirePixels("center_crop", "height", height);
    }
  }

  /** The ops, unless the picture has this size already. */
  record UnlessSize(int width, int height, List<ImageOp> ops) implements ImageOp {
    public UnlessSize {
      ops = List.copyOf(ops);
    }
  }

  private static void requirePixels(String function, String argument, int value) {
    if (value < 1) {
      throw CeriumException.of(
          ErrorCode.ARGUMENT_INVALID,
          "argument",
          argument,
          "function",
          function,
          "problem",
          "is " + value,
          "remedy",
          "Give a number of pixels, 1 or more.");
    }
  }
}
