package io.cerium.engine.image;

import static io.cerium.engine.image.TestImages.decode;
import static io.cerium.engine.image.TestImages.file;
import static io.cerium.engine.image.TestImages.photo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file of which the end is missing is an error, never a picture that is half grey. */
class TruncatedImagesTest {
  private static EncodedImage cut(EncodedImage image, int length) {
    return new EncodedImage(Arrays.copyOf(image.bytes(), length));
  }

  private static EncodedImage join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return new EncodedImage(all.toByteArray());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "baseline.jpg",
        "progressive.jpg",
        "restart.jpg",
        "grey.jpg",
        "orientation-6.jpg",
        "rgb.png",
        "palette.png",
        "animated.png",
        "lossy.webp",
        "lossless.webp",
        "alpha.webp",
        "animated.webp",
        "still.gif",
        "animated.gif",
        "rgb.bmp",
        "palette.bmp",
        "lzw.tif",
        "planar.tif",
        "big.tif"
      })
  void refusesEveryShorterFile(String name) {
    EncodedImage whole = file(name);
    int least = name.equals("rgb.bmp") ? whole.bytes().length - 1 : 0;
    for (int length = least; length < whole.bytes().length; length += 1 + length / 40) {
      EncodedImage part = cut(whole, length);
      assertThatThrownBy(() -> decode(part))
          .as("%s cut to %d bytes", name, length)
          .hasMessageContaining("[IMAGE_DECODE_FAILED]");
    }
    EncodedImage oneByteLess = cut(whole, whole.bytes().length - 1);
    assertThatThrownBy(() -> decode(oneByteLess)).hasMessageContaining("[IMAGE_DECODE_FAILED]");
  }

  @ParameterizedTest
  @CsvSource({
    "dog.jpg,the JPEG file is cut off: its end marker is missing",
    "koala.jpg,the JPEG file is cut off: its end marker is missing",
    "cat.png,the PNG file is cut off: its end chunk is missing",
    "red-panda.webp,the WebP file is cut off: it is shorter than it says",
  })
  void saysThatAPhotoIsCutOff(String name, String reason) {
    EncodedImage half = cut(photo(name), photo(name).bytes().length / 2);
    assertThatThrownBy(() -> decode(half)).hasMessageContaining(reason);
    // What the header tells is still known.
    assertThat(ImageInfo.of(half)).isEqualTo(ImageInfo.of(photo(name)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dog.jpg", "cat.png", "red-panda.webp"})
  void readsAPhotoWithMoreBehindIt(String name) {
    byte[] whole = photo(name).bytes();
    long expected = TestImages.crc(decode(photo(name)).data());
    byte[] second = photo("coffee.jpg").bytes();
    for (EncodedImage image :
        new EncodedImage[] {
          join(whole, new byte[1]),
          join(whole, new byte[100_000]),
          join(whole, second),
          join(whole, second, new byte[16]),
          join(whole, Arrays.copyOf(second, second.length / 2))
        }) {
      assertThat(TestImages.crc(decode(image).data())).isEqualTo(expected);
    }
  }

  @Test
  void isNotMisledByTheEndOfAThumbnail() {
    byte[] whole = photo("dog.jpg").bytes();
    byte[] thumbnail = file("baseline.jpg").bytes();
    byte[] segment =
        ByteBuffer.allocate(10)
            .put(new byte[] {(byte) 0xff, (byte) 0xe1})
            .putShort((short) (thumbnail.length + 8))
            .put("Exif\0\0".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
            .array();
    byte[] start = Arrays.copyOf(whole, 2);
    byte[] rest = Arrays.copyOfRange(whole, 2, whole.length);
    EncodedImage image = join(start, segment, thumbnail, rest);
    assertThat(decode(image).width()).isEqualTo(1024);
    EncodedImage cut = cut(image, image.bytes().length - 10_000);
    assertThatThrownBy(() -> decode(cut)).hasMessageContaining("its end marker is missing");
  }
}
