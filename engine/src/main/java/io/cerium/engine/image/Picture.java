package io.cerium.engine.image;

import static org.bytedeco.opencv.global.opencv_core.BORDER_CONSTANT;
import static org.bytedeco.opencv.global.opencv_core.copyMakeBorder;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_CUBIC;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LANCZOS4;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_NEAREST;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.engine.error.LackOfMemory;
import java.util.List;
import java.util.function.Consumer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * A picture in native memory on its way through a pipeline: 8 bits a sample; grey, BGR or BGRA.
 *
 * <p>Each op replaces the pixels and frees the former ones at once. For one thread.
 */
final class Picture implements AutoCloseable {
  private final ImageLimits limits;
  private final Pointer borrowed;
  private Mat mat;

  /**
   * @param mat closed with the picture
   * @param borrowed memory that the pixels lie in, closed with the picture; null where {@code mat}
   *     owns its memory
   */
  Picture(Mat mat, Pointer borrowed, ImageLimits limits) {
    this.mat = mat;
    this.borrowed = borrowed;
    this.limits = limits;
  }

  /** The pixels, valid until the next op; possibly a window of a larger picture. */
  Mat mat() {
    return mat;
  }

  int width() {
    return mat.cols();
  }

  int height() {
    return mat.rows();
  }

  int channels() {
    return mat.channels();
  }

  void apply(List<ImageOp> ops) {
    for (ImageOp op : ops) {
      apply(op);
    }
  }

  private void apply(ImageOp op) {
    if (op instanceof ImageOp.Resize to) {
      resizeTo(to.width(), to.height(), to.interpolation());
    } else if (op instanceof ImageOp.ResizeShorterSide to) {
      resizeShorterSide(to.size(), to.interpolation());
    } else if (op instanceof ImageOp.ResizeToCover box) {
      resizeToCover(box.width(), box.height(), box.interpolation());
    } else if (op instanceof ImageOp.CenterCrop window) {
      cropCenter(window.width(), window.height());
    } else if (op instanceof ImageOp.UnlessSize unless) {
      if (width() != unless.width() || height() != unless.height()) {
        apply(unless.ops());
      }
    } else {
      throw new IllegalArgumentException("unknown op " + op);
    }
  }

  private void resizeShorterSide(int size, Interpolation interpolation) {
    double scale = size / (double) Math.min(width(), height());
    resizeTo(scaled(width(), scale, size), scaled(height(), scale, size), interpolation);
  }

  private void resizeToCover(int width, int height, Interpolation interpolation) {
    double scale = Math.max(width / (double) width(), height / (double) height());
    resizeTo(scaled(width(), scale, width), scaled(height(), scale, height), interpolation);
  }

  /** Half to even, as Python rounds, in which models say how their inputs are made. */
  private static long scaled(int side, double scale, int least) {
    return Math.max(least, (long) Math.rint(side * scale));
  }

  private void resizeTo(long width, long height, Interpolation interpolation) {
    if (width == width() && height == height()) {
      return;
    }
    requireResultWithin(width, height);
    boolean shrinks = width <= width() && height <= height();
    try (Size size = new Size((int) width, (int) height)) {
      replace(to -> resize(mat, to, size, 0, 0, flag(interpolation, shrinks)));
    }
  }

  private static int flag(Interpolation interpolation, boolean shrinks) {
    return switch (interpolation) {
      case AUTO -> shrinks ? INTER_AREA : INTER_LINEAR;
      case AREA -> INTER_AREA;
      case NEAREST -> INTER_NEAREST;
      case LINEAR -> INTER_LINEAR;
      case CUBIC -> INTER_CUBIC;
      case LANCZOS -> INTER_LANCZOS4;
    };
  }

  private void cropCenter(int width, int height) {
    requireResultWithin(width, height);
    int x = Math.floorDiv(width() - width, 2);
    int y = Math.floorDiv(height() - height, 2);
    int left = Math.max(x, 0);
    int top = Math.max(y, 0);
    int inWidth = Math.min(width() - left, width);
    int inHeight = Math.min(height() - top, height);
    try (Rect window = new Rect(left, top, inWidth, inHeight)) {
      Mat part = new Mat(mat, window);
      mat.close();
      mat = part;
    }
    if (inWidth < width || inHeight < height) {
      pad(left - x, top - y, width, height);
    }
  }

  private void pad(int left, int top, int width, int height) {
    int bottom = height - top - height();
    int right = width - left - width();
    try (Scalar black = new Scalar(0, 0, 0, 0)) {
      replace(to -> copyMakeBorder(mat, to, top, bottom, left, right, BORDER_CONSTANT, black));
    }
  }

  /** Takes what {@code step} writes into the matrix it is given, in place of the pixels so far. */
  void replace(Consumer<Mat> step) {
    Mat next = new Mat();
    try {
      step.accept(next);
    } catch (RuntimeException e) {
      next.close();
      throw e;
    }
    mat.close();
    mat = next;
  }

  /** Of a step's result: a picture of few pixels may become one of many. */
  private void requireResultWithin(long width, long height) {
    requireWithin(limits, width, height, "made of " + width() + " x " + height() + ", ");
  }

  static void requireWithin(ImageLimits limits, long width, long height) {
    requireWithin(limits, width, height, "");
  }

  private static void requireWithin(ImageLimits limits, long width, long height, String origin) {
    // Both are below 2^31, so that the product is exact.
    if (width > Integer.MAX_VALUE
        || height > Integer.MAX_VALUE
        || width * height > limits.maxPixels()) {
      throw CeriumException.of(
          ErrorCode.IMAGE_TOO_LARGE,
          "width",
          Long.toString(width),
          "height",
          Long.toString(height),
          "problem",
          origin + "more than the limit of " + limits.maxPixels(),
          "remedy",
          "Raise spark.cerium.image.max-pixels if such images are expected");
    }
  }

  /**
   * Makes room for bytes of this picture on the Java heap. Spark copies them some times: where they
   * take more than a quarter of it, Spark would run out of memory, and end the process for that.
   */
  byte[] newArray(long bytes) {
    long heap = Runtime.getRuntime().maxMemory();
    if (bytes > heap / 4) {
      throw CeriumException.of(
          ErrorCode.IMAGE_TOO_LARGE,
          "width",
          Integer.toString(width()),
          "height",
          Integer.toString(height()),
          "problem",
          "whose "
              + (bytes >> 20)
              + " MB are over a quarter of the Java heap of "
              + (heap >> 20)
              + " MB",
          "remedy",
          "Resize it in the same expression, give the process more memory (spark.driver.memory,"
              + " spark.executor.memory)");
    }
    try {
      return new byte[Math.toIntExact(bytes)];
    } catch (OutOfMemoryError e) {
      throw LackOfMemory.ofPicture(width(), height(), e);
    }
  }

  @Override
  public void close() {
    mat.close();
    if (borrowed != null) {
      borrowed.close();
    }
  }
}
