package io.cerium.engine.image;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;

/**
 * Ops that run in one native pass from encoded bytes or pixels to a result; nothing crosses into
 * Java between them.
 *
 * <p>All native memory that a call takes is given back before it returns.
 *
 * <p>Immutable, serializable, safe for all threads.
 *
 * @param ops in the order in which they are applied; EXIF orientation comes before them
 */
public record ImagePipeline(List<ImageOp> ops, ImageLimits limits) implements Serializable {
  public ImagePipeline {
    ops = List.copyOf(ops);
  }

  /**
   * Loads the native library, as the first picture would: for those who want to have it behind
   * them.
   *
   * @throws CeriumException NATIVE_LIBRARY_UNAVAILABLE
   */
  public static void load() {
    OpenCv.load();
  }

  /**
   * Runs the ops.
   *
   * @throws CeriumException IMAGE_DECODE_FAILED if the bytes are no image, or a damaged one,
   *     IMAGE_TOO_LARGE if they or a result break the limit, or do not fit in the Java heap
   */
  public Pixels toPixels(Image image) {
    try (Picture picture = open(image)) {
      return toPixels(picture);
    }
  }

  /**
   * Runs the ops and encodes the result.
   *
   * @param quality 1 to 100; for lossless formats without meaning
   * @throws CeriumException also IMAGE_ENCODE_FAILED if the format cannot hold such a picture
   */
  public byte[] toEncoded(Image image, ImageFormat format, int quality) {
    if (quality < 1 || quality > 100) {
      throw CeriumException.of(
          ErrorCode.ARGUMENT_INVALID,
          "argument",
          "quality",
          "function",
          "encode_image",
          "problem",
          "is " + quality,
          "remedy",
          "Give a number from 1 (small) to 100 (good).");
    }
    try (Picture picture = open(image)) {
      return Encoder.encode(picture, format, quality);
    }
  }

  /**
   * Runs the ops and writes the numbers into {@code slice}.
   *
   * @param slice direct, native order, {@code format.bytes()} bytes from its position
   *     <p>The position of {@code slice} stays where it is.
   * @throws CeriumException also IMAGE_SIZE_MISMATCH if the result has not the format's size
   * @throws IllegalArgumentException if {@code slice} is not as said
   */
  public void toTensor(Image image, TensorFormat format, ByteBuffer slice) {
    TensorWriter.requireWritable(slice, format);
    try (Picture picture = open(image)) {
      TensorWriter.write(picture, format, slice);
    }
  }

  private Picture open(Image image) {
    Picture picture = Decoder.open(image, limits);
    try {
      picture.apply(ops);
      return picture;
    } catch (RuntimeException e) {
      picture.close();
      throw e;
    }
  }

  private static Pixels toPixels(Picture picture) {
    int rowBytes = picture.width() * picture.channels();
    byte[] data = picture.newArray((long) rowBytes * picture.height());
    int rows = picture.mat().isContinuous() ? 1 : picture.height();
    for (int y = 0; y < rows; y++) {
      try (BytePointer row = picture.mat().ptr(y)) {
        row.get(data, y * rowBytes, data.length / rows);
      }
    }
    return new Pixels(picture.width(), picture.height(), picture.channels(), data);
  }
}
