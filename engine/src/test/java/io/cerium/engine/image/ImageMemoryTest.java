package io.cerium.engine.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Native memory is given back by the call that took it. */
class ImageMemoryTest {
  private static final long MIB = 1 << 20;

  @BeforeAll
  static void initialise() {
    // Constants of OpenCV's classes are pointers that stay open.
    EncodedImage image = TestImages.file("rgb.png");
    TestImages.pipeline(new ImageOp.CenterCrop(80, 10)).toEncoded(image, ImageFormat.PNG, 80);
  }

  @Test
  void staysFlatOverManyImages() throws Exception {
    List<String> lines = JavaProcess.run(ManyImages.class, "-Xmx64m");
    long grown = Long.parseLong(lines.get(0));
    // One picture of 40 x 30 lost a round would be 70 MiB.
    assertThat(grown).isLessThan(16 * MIB);
  }

  /** The process: tells by how many bytes its memory grew over 20,000 images. */
  static final class ManyImages {
    public static void main(String[] arguments) throws IOException {
      decode(5_000);
      long before = residentBytes();
      decode(20_000);
      long grown = residentBytes() - before;
      Files.writeString(Path.of(arguments[0]), Long.toString(grown));
    }

    private static void decode(int rounds) {
      TensorFormat format =
          TestImages.format(16, 16, TensorFormat.ChannelOrder.RGB, TensorFormat.Layout.CHW);
      ImagePipeline pipeline =
          TestImages.pipeline(
              new ImageOp.ResizeShorterSide(20, Interpolation.AUTO),
              new ImageOp.CenterCrop(16, 16));
      List<EncodedImage> images =
          Stream.of("baseline.jpg", "orientation-6.jpg", "alpha-16.png", "lossy.webp")
              .map(TestImages::file)
              .toList();
      ByteBuffer slice = TestImages.slice(format);
      for (int i = 0; i < rounds; i++) {
        pipeline.toTensor(images.get(i % images.size()), format, slice);
      }
    }

    private static long residentBytes() throws IOException {
      for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
        if (line.startsWith("VmRSS:")) {
          return Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024;
        }
      }
      throw new IOException("no VmRSS");
    }
  }

  /** JavaCPP stops a process of several times the Java heap, unless it is told not to. */
  @Test
  void goesOnBesideASmallHeap() throws Exception {
    List<String> lines = JavaProcess.run(LargePicture.class, "-Xmx12m");
    assertThat(lines).containsExactly("21 x 16");
  }

  /** The process: a picture of 36 MB in native memory. */
  static final class LargePicture {
    public static void main(String[] arguments) throws IOException {
      ImagePipeline pipeline =
          TestImages.pipeline(
              new ImageOp.Resize(4000, 3000, Interpolation.AUTO),
              new ImageOp.Resize(21, 16, Interpolation.AUTO));
      Pixels pixels = pipeline.toPixels(TestImages.photo("dog.jpg"));
      Files.writeString(Path.of(arguments[0]), pixels.width() + " x " + pixels.height());
    }
  }

  @Test
  void leavesNoPointerOpen() {
    long pointers = Pointer.totalCount();
    for (String[] row : TestImages.table("files.csv")) {
      EncodedImage image = TestImages.file(row[0]);
      TestImages.decode(image);
      TestImages.pipeline(new ImageOp.CenterCrop(80, 10)).toPixels(TestImages.decode(image));
      for (ImageFormat format : ImageFormat.values()) {
        TestImages.pipeline().toEncoded(image, format, 80);
      }
    }
    assertThat(Pointer.totalCount()).isEqualTo(pointers);
  }

  @Test
  void leavesNoPointerOpenAfterErrors() {
    long pointers = Pointer.totalCount();
    byte[] damaged = TestImages.photo("cat.png").bytes().clone();
    Arrays.fill(damaged, 50_000, 50_020, (byte) 0);
    ImageOp beyond = new ImageOp.CenterCrop(30_000, 30_000);
    for (int i = 0; i < 50; i++) {
      assertThatThrownBy(() -> TestImages.decode(new EncodedImage(damaged))).isNotNull();
      assertThatThrownBy(() -> TestImages.decode(TestImages.file("five-channels.tif"))).isNotNull();
      assertThatThrownBy(() -> TestImages.pipeline(beyond).toPixels(TestImages.photo("cat.png")))
          .hasMessageContaining("[IMAGE_TOO_LARGE]");
      assertThatThrownBy(
              () ->
                  TestImages.tensor(
                      TestImages.pipeline(), TestImages.photo("cat.png"), TestImages.lite0Format()))
          .hasMessageContaining("[IMAGE_SIZE_MISMATCH]");
    }
    assertThat(Pointer.totalCount()).isEqualTo(pointers);
  }
}
