package io.cerium.engine.image;

import static io.cerium.engine.image.TestImages.decode;
import static io.cerium.engine.image.TestImages.file;
import static io.cerium.engine.image.TestImages.photo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadImagesTest {
  private static EncodedImage text(String text) {
    return new EncodedImage(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static AbstractThrowableAssert<?, ?> assertRefused(EncodedImage image) {
    return assertThatThrownBy(() -> decode(image))
        .isInstanceOfSatisfying(
            CeriumException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.IMAGE_DECODE_FAILED));
  }

  @Test
  void saysReasonSizeFirstBytesAndRemedy() {
    assertRefused(text("no picture at all"))
        .hasMessage(
            "[IMAGE_DECODE_FAILED] The value is no image that can be read: it has the signature of"
                + " no image format; JPEG, PNG, WebP, GIF, BMP and TIFF are read (17 bytes, first"
                + " bytes '6E 6F 20 70 69 63 74 75'). Use try_decode_image or try_predict to get"
                + " NULL for such rows. Of a table t with the column content, this lists them: SELECT"
                + " * FROM t WHERE content IS NOT NULL AND try_decode_image(content) IS NULL."
                + " SQLSTATE: 22KD3");
    assertRefused(text("")).hasMessageContaining("there are no bytes (0 bytes, first bytes none)");
  }

  @ParameterizedTest
  @CsvSource({
    "%PDF-1.7 ...,a PDF document",
    "<svg xmlns=,SVG",
    "<!DOCTYPE html>,a web page",
    "PK\u0003\u0004....,a ZIP archive",
    "/9j/4AAQSkZJRg,a JPEG in base64: decode it by unbase64 first",
    "0000ftypheic00,HEIC or a video",
    "0000ftypavif00,AVIF",
  })
  void namesWhatItLooksLike(String content, String name) {
    assertRefused(text(content)).hasMessageContaining("it looks like " + name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"huge.png", "huge.jpg", "huge.gif", "huge.bmp", "huge.tif", "huge.webp"})
  void refusesTooManyPixelsByTheHeader(String file) {
    assertThat(ImageInfo.of(file(file)).width()).isEqualTo(30_000);
    assertThatThrownBy(() -> decode(file(file)))
        .isInstanceOf(CeriumException.class)
        .hasMessageContaining(
            "[IMAGE_TOO_LARGE] The image has 30000 x 30000 pixels, more than the limit of 268435456")
        .hasMessageContaining("Raise spark.cerium.image.max-pixels");
  }

  @Test
  void takesALimitAtItsWord() {
    ImageLimits exact = new ImageLimits(40 * 30);
    ImageLimits less = new ImageLimits(40 * 30 - 1);
    assertThat(new ImagePipeline(List.of(), exact).toPixels(file("rgb.png")).width()).isEqualTo(40);
    assertThatThrownBy(() -> new ImagePipeline(List.of(), less).toPixels(file("rgb.png")))
        .hasMessageContaining("[IMAGE_TOO_LARGE]");
  }

  @ParameterizedTest
  @CsvSource({
    "float.tif,holds signed or floating numbers",
    "signed.tif,holds signed or floating numbers",
    "five-channels.tif,damaged"
  })
  void refusesWhatIsNoPicture(String file, String reason) {
    assertRefused(file(file)).hasMessageContaining(reason);
  }

  @Test
  void doesNotKeepThePictureBefore() {
    Pixels before = decode(photo("dog.jpg"));
    byte[] damaged = photo("cat.png").bytes().clone();
    Arrays.fill(damaged, 50_000, 50_020, (byte) 0);
    assertRefused(new EncodedImage(damaged)).hasMessageContaining("the PNG file is damaged");
    assertThat(decode(photo("dog.jpg")).data()).isEqualTo(before.data());
  }

  @Test
  void readsOnAfterDamagedExif() {
    byte[] bytes = photo("koala.jpg").bytes().clone();
    int exif = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("Exif\0\0");
    Arrays.fill(bytes, exif + 10, exif + 14, (byte) 0xff);
    assertThat(ImageInfo.of(new EncodedImage(bytes)).orientation()).isEqualTo(1);
    assertThat(decode(new EncodedImage(bytes)).width()).isEqualTo(1024);
  }
}
