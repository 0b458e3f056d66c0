package io.cerium.engine.image;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Ops that run in one native pass from encoded bytes or pixels to a result; nothing crosses into
 * Java between them.
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
   * Runs the ops.
   *
   * @throws io.cerium.engine.error.CeriumException if the bytes are no image or break a limit
   */
  public Pixels toPixels(Image image) {
    throw new UnsupportedOperationException();
  }

  /**
   * Runs the ops and encodes the result.
   *
   * @param quality 1 to 100; for lossless formats without meaning
   */
  public byte[] toEncoded(Image image, ImageFormat format, int quality) {
    throw new UnsupportedOperationException();
  }

  /**
   * Runs the ops and writes the numbers into {@code slice}.
   *
   * @param slice direct, native order, {@code 4 * format.elements()} bytes from its position
   * @throws io.cerium.engine.error.CeriumException also if the result has not the format's size
   */
  public void toTensor(Image image, TensorFormat format, ByteBuffer slice) {
    throw new UnsupportedOperationException();
  }
}
