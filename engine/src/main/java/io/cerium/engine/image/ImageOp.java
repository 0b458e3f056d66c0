package io.cerium.engine.image;

import java.io.Serializable;
import java.util.List;

/**
 * One step from pixels to pixels. Values are constants: an op is made once and used for all rows.
 */
public sealed interface ImageOp extends Serializable {

  /** To exactly this size, whatever becomes of the aspect ratio. */
  record Resize(int width, int height, Interpolation interpolation) implements ImageOp {}

  /** To this length of the shorter side, the aspect ratio kept. */
  record ResizeShorterSide(int size, Interpolation interpolation) implements ImageOp {}

  /** The window in the middle; what lies outside of the picture is black. */
  record CenterCrop(int width, int height) implements ImageOp {}

  /** The ops, unless the picture has this size already. */
  record UnlessSize(int width, int height, List<ImageOp> ops) implements ImageOp {
    public UnlessSize {
      ops = List.copyOf(ops);
    }
  }
}
