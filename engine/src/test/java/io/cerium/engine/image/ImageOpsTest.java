package io.cerium.engine.image;

import static io.cerium.engine.image.TestImages.pipeline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ImageOpsTest {
  private static Stream<Object[]> resized() {
    return TestImages.table("resized.csv").stream().map(row -> (Object[]) row);
  }

  /** A grey picture whose pixel at (x, y) is 10 * y + x + 1. */
  private static Pixels numbered(int width, int height) {
    byte[] data = new byte[width * height];
    for (int i = 0; i < data.length; i++) {
      data[i] = (byte) (10 * (i / width) + i % width + 1);
    }
    return new Pixels(width, height, 1, data);
  }

  @ParameterizedTest
  @MethodSource("resized")
  void resizesAsTheReference(
      String from, Interpolation interpolation, int width, int height, String pixels) {
    ImageOp resize = new ImageOp.Resize(width, height, interpolation);
    ImagePipeline pipeline =
        from.equals("centre") ? pipeline(new ImageOp.CenterCrop(12, 8), resize) : pipeline(resize);
    Pixels actual = pipeline.toPixels(TestImages.photo("cat.png"));
    assertThat(actual.width()).isEqualTo(width);
    assertThat(actual.height()).isEqualTo(height);
    int[] expected = TestImages.ints(pixels);
    for (int i = 0; i < expected.length; i++) {
      // Sums in single precision end at a half here and there; their order is the processor's.
      assertThat(actual.data()[i] & 0xff).isCloseTo(expected[i], within(1));
    }
  }

  @Test
  void picksTheInterpolationByTheDirection() {
    EncodedImage cat = TestImages.photo("cat.png");
    assertThat(resize(cat, 200, 100, Interpolation.AUTO))
        .isEqualTo(resize(cat, 200, 100, Interpolation.AREA))
        .isNotEqualTo(resize(cat, 200, 100, Interpolation.LINEAR));
    assertThat(resize(cat, 900, 600, Interpolation.AUTO))
        .isEqualTo(resize(cat, 900, 600, Interpolation.LINEAR));
    assertThat(resize(cat, 200, 600, Interpolation.AUTO))
        .isEqualTo(resize(cat, 200, 600, Interpolation.LINEAR));
  }

  private static byte[] resize(Image image, int width, int height, Interpolation interpolation) {
    return pipeline(new ImageOp.Resize(width, height, interpolation)).toPixels(image).data();
  }

  @ParameterizedTest
  // 451 x 300 to 256: 384.85; 5 x 2 to 1: 2.5 goes to the even 2; 7 x 2 to 1: 3.5 to 4.
  @CsvSource({"451,300,256,385,256", "5,2,1,2,1", "7,2,1,4,1", "2,7,1,1,4", "3,1,4,12,4"})
  void keepsTheAspectRatio(int width, int height, int size, int newWidth, int newHeight) {
    Pixels image = new Pixels(width, height, 1, new byte[width * height]);
    Pixels result =
        pipeline(new ImageOp.ResizeShorterSide(size, Interpolation.AUTO)).toPixels(image);
    assertThat(List.of(result.width(), result.height())).containsExactly(newWidth, newHeight);
  }

  @ParameterizedTest
  // 451 x 300: by 32 / 300, the other side 48.11. 5 x 4 to 1 x 2: 2.5 goes to the even 2.
  @CsvSource({
    "48,32,48,32,48,32",
    "451,300,48,32,48,32",
    "1024,768,48,32,48,36",
    "768,1024,48,32,48,64",
    "1024,768,32,48,64,48",
    "5,4,1,2,2,2",
    "7,4,1,2,4,2",
    "2,2,4,3,4,4",
    "1,1000,4,3,4,4000"
  })
  void coversASize(int width, int height, int over, int down, int newWidth, int newHeight) {
    Pixels image = new Pixels(width, height, 1, new byte[width * height]);
    Pixels result =
        pipeline(new ImageOp.ResizeToCover(over, down, Interpolation.AUTO)).toPixels(image);
    assertThat(List.of(result.width(), result.height())).containsExactly(newWidth, newHeight);
  }

  @Test
  void coversASquareByTheShorterSide() {
    EncodedImage cat = TestImages.photo("cat.png");
    Pixels covered = pipeline(new ImageOp.ResizeToCover(99, 99, Interpolation.AUTO)).toPixels(cat);
    Pixels shorter = pipeline(new ImageOp.ResizeShorterSide(99, Interpolation.AUTO)).toPixels(cat);
    assertThat(covered.width()).isEqualTo(shorter.width());
    assertThat(covered.data()).isEqualTo(shorter.data());
  }

  @Test
  void leavesAPictureThatCoversExactlyAlone() {
    Pixels image = numbered(6, 4);
    Pixels covered =
        pipeline(new ImageOp.ResizeToCover(6, 4, Interpolation.AUTO), new ImageOp.CenterCrop(6, 4))
            .toPixels(image);
    assertThat(covered.data()).isEqualTo(image.data());
  }

  @Test
  void cropsTheMiddleRoundingDown() {
    Pixels image = numbered(5, 4);
    assertThat(crop(image, 2, 2)).containsExactly(12, 13, 22, 23);
    assertThat(crop(image, 3, 1)).containsExactly(12, 13, 14);
    assertThat(crop(image, 5, 4)).isEqualTo(image.data());
  }

  @Test
  void padsWithBlackWhereThePictureIsSmaller() {
    Pixels image = numbered(2, 2);
    // (2 - 3) / 2 rounds down to -1: the odd black column stands at the left.
    assertThat(crop(image, 3, 2)).containsExactly(0, 1, 2, 0, 11, 12);
    assertThat(crop(image, 4, 1)).containsExactly(0, 1, 2, 0);
    assertThat(crop(image, 1, 4)).containsExactly(0, 1, 11, 0);
  }

  private static byte[] crop(Pixels image, int width, int height) {
    return pipeline(new ImageOp.CenterCrop(width, height)).toPixels(image).data();
  }

  @Test
  void leavesAPictureOfTheSizeAlone() {
    ImageOp unless = new ImageOp.UnlessSize(5, 4, List.of(new ImageOp.CenterCrop(1, 1)));
    assertThat(pipeline(unless).toPixels(numbered(5, 4)).width()).isEqualTo(5);
    assertThat(pipeline(unless).toPixels(numbered(4, 5)).width()).isEqualTo(1);
  }

  @Test
  void refusesAResultBeyondTheLimit() {
    Pixels thin = new Pixels(1, 60_000, 1, new byte[60_000]);
    List<ImageOp> ops =
        List.of(
            new ImageOp.ResizeShorterSide(256, Interpolation.AUTO),
            new ImageOp.ResizeShorterSide(Integer.MAX_VALUE, Interpolation.AUTO),
            new ImageOp.ResizeToCover(256, 1, Interpolation.AUTO),
            new ImageOp.ResizeToCover(1, Integer.MAX_VALUE, Interpolation.AUTO),
            new ImageOp.Resize(Integer.MAX_VALUE, Integer.MAX_VALUE, Interpolation.AUTO),
            new ImageOp.CenterCrop(30_000, 30_000));
    for (ImageOp op : ops) {
      assertThatThrownBy(() -> pipeline(op).toPixels(thin))
          .isInstanceOf(CeriumException.class)
          .hasMessageContaining("[IMAGE_TOO_LARGE]")
          .hasMessageContaining("pixels, made of ")
          .hasMessageContaining("more than the limit of 268435456");
    }
  }

  @Test
  void refusesBytesThatWouldFillTheJavaHeap() {
    long heap = Runtime.getRuntime().maxMemory();
    try (Picture picture = new Picture(new Mat(2, 3, CV_8UC3), null, new ImageLimits(100))) {
      assertThat(picture.newArray(18)).hasSize(18);
      assertThatThrownBy(() -> picture.newArray(heap / 4 + 1))
          .isInstanceOfSatisfying(
              CeriumException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.IMAGE_TOO_LARGE))
          .hasMessageContaining("The image has 3 x 2 pixels, whose ")
          .hasMessageContaining(" MB are over a quarter of the Java heap of " + (heap >> 20));
    }
  }

  @Test
  void refusesSizesBelowOne() {
    assertThatThrownBy(() -> new ImageOp.Resize(0, 5, Interpolation.AUTO))
        .hasMessageContaining(
            "[ARGUMENT_INVALID] The argument 'width' of 'resize' is 0. Give a number of pixels");
    assertThatThrownBy(() -> new ImageOp.Resize(5, -1, Interpolation.AUTO))
        .hasMessageContaining("'height' of 'resize' is -1");
    assertThatThrownBy(() -> new ImageOp.ResizeShorterSide(0, Interpolation.AUTO))
        .hasMessageContaining("'size' of 'resize' is 0");
    assertThatThrownBy(() -> new ImageOp.ResizeToCover(0, 5, Interpolation.AUTO))
        .hasMessageContaining("'width' of 'resize' is 0");
    assertThatThrownBy(() -> new ImageOp.ResizeToCover(5, 0, Interpolation.AUTO))
        .hasMessageContaining("'height' of 'resize' is 0");
    assertThatThrownBy(() -> new ImageOp.CenterCrop(1, 0))
        .hasMessageContaining("'height' of 'center_crop' is 0");
  }

  @Test
  void keepsAllChannels() {
    for (String file : List.of("grey.png", "rgb.png", "alpha.png")) {
      Pixels whole = TestImages.decode(TestImages.file(file));
      Pixels part =
          pipeline(
                  new ImageOp.ResizeShorterSide(20, Interpolation.AUTO),
                  new ImageOp.CenterCrop(30, 10))
              .toPixels(whole);
      assertThat(part.channels()).isEqualTo(whole.channels());
      assertThat(part.data()).hasSize(300 * whole.channels());
    }
  }
}
