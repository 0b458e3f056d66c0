package io.cerium.engine.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

/** The photos of the examples, and the odd files of {@code tests/reference/image}. */
final class TestImages {
  static final ImageLimits LIMITS = new ImageLimits(ImageSettings.MAX_PIXELS.defaultValue());
  private static final Path PHOTOS = Path.of("../sql-examples/photos");
  private static final Path FILES = Path.of("src/test/resources/images");

  private TestImages() {}

  static EncodedImage photo(String name) {
    return new EncodedImage(read(PHOTOS.resolve(name)));
  }

  static EncodedImage file(String name) {
    return new EncodedImage(read(FILES.resolve(name)));
  }

  /** The rows of a reference table, without its heading. */
  static List<String[]> table(String name) {
    return new String(read(FILES.resolve(name)), java.nio.charset.StandardCharsets.US_ASCII)
        .lines()
        .skip(1)
        .map(line -> line.split(",", -1))
        .toList();
  }

  static List<String> photoNames() {
    return table("photos.csv").stream().map(row -> row[0]).toList();
  }

  static int[] ints(String text) {
    return Arrays.stream(text.split(" ")).mapToInt(Integer::parseInt).toArray();
  }

  static ImagePipeline pipeline(ImageOp... ops) {
    return new ImagePipeline(List.of(ops), LIMITS);
  }

  static Pixels decode(EncodedImage image) {
    return pipeline().toPixels(image);
  }

  static long crc(byte[] data) {
    CRC32 crc = new CRC32();
    crc.update(data);
    return crc.getValue();
  }

  /** How EfficientNet-Lite0 is given its pictures. */
  static ImagePipeline lite0Pipeline() {
    return pipeline(
        new ImageOp.ResizeShorterSide(256, Interpolation.AUTO), new ImageOp.CenterCrop(224, 224));
  }

  static TensorFormat lite0Format() {
    return format(224, 224, TensorFormat.ChannelOrder.RGB, TensorFormat.Layout.CHW);
  }

  static TensorFormat format(
      int width, int height, TensorFormat.ChannelOrder order, TensorFormat.Layout layout) {
    return new TensorFormat(
        width, height, order, layout, filled(order, 1), filled(order, 127), filled(order, 128));
  }

  private static float[] filled(TensorFormat.ChannelOrder order, float value) {
    float[] values = new float[order.channels()];
    Arrays.fill(values, value);
    return values;
  }

  static ByteBuffer slice(TensorFormat format) {
    return ByteBuffer.allocateDirect(4 * format.elements()).order(ByteOrder.nativeOrder());
  }

  static float[] tensor(ImagePipeline pipeline, Image image, TensorFormat format) {
    ByteBuffer slice = slice(format);
    pipeline.toTensor(image, format, slice);
    float[] values = new float[format.elements()];
    slice.asFloatBuffer().get(values);
    return values;
  }

  private static byte[] read(Path path) {
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
