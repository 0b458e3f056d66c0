package io.cerium.engine.image;

import static io.cerium.engine.image.TestImages.decode;
import static io.cerium.engine.image.TestImages.file;
import static io.cerium.engine.image.TestImages.photo;
import static io.cerium.engine.image.TestImages.pipeline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerium.engine.error.CeriumException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncoderTest {
  @ParameterizedTest
  @ValueSource(strings = {"grey.png", "rgb.png", "alpha.png"})
  void keepsEveryPixelInPng(String name) {
    Pixels pixels = decode(file(name));
    byte[] png = pipeline().toEncoded(pixels, ImageFormat.PNG, 80);
    assertThat(decode(new EncodedImage(png))).usingRecursiveComparison().isEqualTo(pixels);
  }

  @Test
  void writesEachFormatWithTheChannelsItHas() {
    assertThat(written("grey.png", ImageFormat.JPEG)).isEqualTo(info("jpeg", 1));
    assertThat(written("rgb.png", ImageFormat.JPEG)).isEqualTo(info("jpeg", 3));
    assertThat(written("alpha.png", ImageFormat.JPEG)).isEqualTo(info("jpeg", 3));
    assertThat(written("grey.png", ImageFormat.WEBP)).isEqualTo(info("webp", 3));
    assertThat(written("rgb.png", ImageFormat.WEBP)).isEqualTo(info("webp", 3));
    assertThat(written("alpha.png", ImageFormat.WEBP)).isEqualTo(info("webp", 4));
  }

  private static ImageInfo info(String format, int channels) {
    return new ImageInfo(format, 40, 30, channels, 1);
  }

  private static ImageInfo written(String name, ImageFormat format) {
    return ImageInfo.of(new EncodedImage(pipeline().toEncoded(file(name), format, 90)));
  }

  @Test
  void losesLittleAndKeepsTheOrderOfChannels() {
    Pixels cat = decode(photo("cat.png"));
    for (ImageFormat format : ImageFormat.values()) {
      byte[] bytes = pipeline().toEncoded(cat, format, 95);
      byte[] again = decode(new EncodedImage(bytes)).data();
      long difference = 0;
      for (int i = 0; i < again.length; i++) {
        difference += Math.abs((again[i] & 0xff) - (cat.data()[i] & 0xff));
      }
      assertThat(difference / (double) again.length).isLessThan(3);
    }
  }

  @Test
  void isSmallerAtALowerQuality() {
    for (ImageFormat format : new ImageFormat[] {ImageFormat.JPEG, ImageFormat.WEBP}) {
      int small = pipeline().toEncoded(photo("cat.png"), format, 20).length;
      int large = pipeline().toEncoded(photo("cat.png"), format, 95).length;
      assertThat(small).isLessThan(large / 3);
    }
  }

  @Test
  void writesTheResultOfItsOps() {
    byte[] bytes =
        pipeline(new ImageOp.Resize(100, 50, Interpolation.AUTO))
            .toEncoded(photo("koala.jpg"), ImageFormat.JPEG, 80);
    assertThat(ImageInfo.of(new EncodedImage(bytes)))
        .isEqualTo(new ImageInfo("jpeg", 100, 50, 3, 1));
  }

  @Test
  void saysWhatAFormatCannotHold() {
    Pixels wide = new Pixels(70_000, 1, 1, new byte[70_000]);
    assertThatThrownBy(() -> pipeline().toEncoded(wide, ImageFormat.JPEG, 80))
        .isInstanceOf(CeriumException.class)
        .hasMessageContaining("[IMAGE_ENCODE_FAILED] The image of 70000 x 1 pixels")
        .hasMessageContaining("no side can be longer than 65500");
    assertThatThrownBy(() -> pipeline().toEncoded(wide, ImageFormat.WEBP, 80))
        .hasMessageContaining("no side can be longer than 16383");
    byte[] png = pipeline().toEncoded(wide, ImageFormat.PNG, 80);
    assertThat(ImageInfo.of(new EncodedImage(png)).width()).isEqualTo(70_000);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 101, -1})
  void refusesAQualityOutOfRange(int quality) {
    assertThatThrownBy(() -> pipeline().toEncoded(photo("cat.png"), ImageFormat.JPEG, quality))
        .isInstanceOf(CeriumException.class)
        .hasMessageContaining("The argument 'quality' of 'encode_image' is " + quality);
  }
}
