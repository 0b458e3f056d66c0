package io.cerium.engine.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of file decodes to the pixels of an independent reader. */
class DecodedFilesTest {
  private static Stream<Object[]> files() {
    return TestImages.table("files.csv").stream().map(row -> (Object[]) row);
  }

  private static Stream<Object[]> photos() {
    return TestImages.table("photos.csv").stream().map(row -> (Object[]) row);
  }

  @ParameterizedTest
  @MethodSource("files")
  void decodesAsTheReference(
      String file, String format, int width, int height, int channels, int orientation, long crc) {
    Pixels pixels = TestImages.decode(TestImages.file(file));
    assertThat(pixels.width()).isEqualTo(width);
    assertThat(pixels.height()).isEqualTo(height);
    assertThat(pixels.channels()).isEqualTo(channels);
    assertThat(TestImages.crc(pixels.data())).isEqualTo(crc);
  }

  @ParameterizedTest
  @MethodSource("files")
  void tellsWhatDecodingWillGive(
      String file, String format, int width, int height, int channels, int orientation, long crc) {
    assertThat(ImageInfo.of(TestImages.file(file)))
        .isEqualTo(new ImageInfo(format, width, height, channels, orientation));
  }

  @ParameterizedTest
  @MethodSource("photos")
  void decodesPhotosAsTheReference(String file, int width, int height, long crc, String means) {
    EncodedImage photo = TestImages.photo(file);
    Pixels pixels = TestImages.decode(photo);
    assertThat(pixels.width()).isEqualTo(width);
    assertThat(pixels.height()).isEqualTo(height);
    assertThat(TestImages.crc(pixels.data())).isEqualTo(crc);
    Pixels small =
        TestImages.pipeline(new ImageOp.Resize(8, 8, Interpolation.AUTO)).toPixels(photo);
    int[] expected = TestImages.ints(means);
    for (int i = 0; i < expected.length; i++) {
      // Means in single precision end at a half here and there; their order is the processor's.
      assertThat(small.data()[i] & 0xff).isCloseTo(expected[i], within(1));
    }
  }

  @Test
  void turnsTheKoalaUpright() {
    EncodedImage koala = TestImages.photo("koala.jpg");
    assertThat(ImageInfo.of(koala)).isEqualTo(new ImageInfo("jpeg", 768, 1024, 3, 6));
    Pixels pixels = TestImages.decode(koala);
    assertThat(pixels.width()).isEqualTo(768);
    assertThat(pixels.height()).isEqualTo(1024);
  }

  @Test
  void takesPixelsAsTheyAre() {
    Pixels pixels = TestImages.decode(TestImages.file("rgb.png"));
    Pixels again = TestImages.pipeline().toPixels(pixels);
    assertThat(again.data()).isEqualTo(pixels.data()).isNotSameAs(pixels.data());
    assertThat(ImageInfo.of(pixels)).isEqualTo(new ImageInfo(null, 40, 30, 3, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"alpha.tif", "alpha-16.tif", "associated.tif"})
  void dividesTheColoursOfTiffByAlpha(String file) {
    byte[] expected = TestImages.decode(TestImages.file("alpha.png")).data();
    byte[] actual = TestImages.decode(TestImages.file(file)).data();
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      int alpha = expected[i / 4 * 4 + 3] & 0xff;
      if (alpha > 0) {
        // Multiplied by alpha / 255 and rounded, a value is off by 1/2, which the division makes
        // 255 / alpha / 2; what it gives is rounded once more.
        assertThat(actual[i] & 0xff).isCloseTo(expected[i] & 0xff, within(255 / alpha));
      }
    }
  }
}
