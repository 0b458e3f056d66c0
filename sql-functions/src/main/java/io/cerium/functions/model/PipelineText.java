package io.cerium.functions.model;

import io.cerium.engine.image.ImageOp;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tells in a plan what happens to a picture before the model sees it. */
final class PipelineText {
  private PipelineText() {}

  /** As in {@code decode -> resize 256 -> crop 224x224 -> rgb chw}. */
  static String of(TensorFeed.Picture picture) {
    String ops =
        picture.pipeline().ops().stream().map(op -> " -> " + of(op)).collect(Collectors.joining());
    return (picture.encoded() ? "decode" : "pixels")
        + ops
        + " -> "
        + (picture.format().order() + " " + picture.format().layout()).toLowerCase(Locale.ROOT);
  }

  private static String of(ImageOp op) {
    if (op instanceof ImageOp.Resize resize) {
      return "resize " + resize.width() + "x" + resize.height();
    }
    if (op instanceof ImageOp.ResizeShorterSide resize) {
      return "resize " + resize.size();
    }
    if (op instanceof ImageOp.ResizeToCover box) {
      return "resize to cover " + box.width() + "x" + box.height();
    }
    if (op instanceof ImageOp.CenterCrop crop) {
      return "crop " + crop.width() + "x" + crop.height();
    }
    ImageOp.UnlessSize unless = (ImageOp.UnlessSize) op;
    return "("
        + unless.ops().stream().map(PipelineText::of).collect(Collectors.joining(" -> "))
        + " unless "
        + unless.width()
        + "x"
        + unless.height()
        + ")";
  }
}
