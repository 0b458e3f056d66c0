package io.cerium.engine.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Flipped, missing and inserted bytes give a picture or an error, and the process lives. */
class DamagedImagesTest {
  private static final Set<ErrorCode> EXPECTED =
      EnumSet.of(ErrorCode.IMAGE_DECODE_FAILED, ErrorCode.IMAGE_TOO_LARGE);

  /** Small enough that a header that lies about its size costs no time. */
  private static final ImagePipeline PIPELINE =
      new ImagePipeline(
          List.of(new ImageOp.Resize(8, 8, Interpolation.AUTO)), new ImageLimits(4_000_000));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "baseline.jpg",
        "progressive.jpg",
        "cmyk.jpg",
        "orientation-6.jpg",
        "alpha.png",
        "palette-transparent.png",
        "alpha-16.png",
        "animated.png",
        "orientation-6.png",
        "lossy.webp",
        "alpha.webp",
        "animated.webp",
        "orientation-6.webp",
        "animated.gif",
        "palette.bmp",
        "lzw.tif",
        "alpha.tif",
        "big.tif",
        "orientation-6.tif"
      })
  void survivesDamage(String name) {
    byte[] whole = TestImages.file(name).bytes();
    Random random = new Random(name.hashCode());
    for (int round = 0; round < 600; round++) {
      tryToDecode(damaged(whole, random), name + ", round " + round);
    }
    assertThat(PIPELINE.toPixels(new EncodedImage(whole)).data()).hasSizeGreaterThanOrEqualTo(64);
  }

  @Test
  void survivesDamageOfPhotos() {
    Random random = new Random(7);
    for (String name : List.of("dog.jpg", "koala.jpg", "cat.png", "red-panda.webp")) {
      byte[] whole = TestImages.photo(name).bytes();
      for (int round = 0; round < 25; round++) {
        tryToDecode(damaged(whole, random), name + ", round " + round);
      }
    }
  }

  private static byte[] damaged(byte[] whole, Random random) {
    byte[] bytes = whole.clone();
    // Half of the damage goes to the header, where it does most.
    int reach = random.nextBoolean() ? bytes.length : Math.min(bytes.length, 200);
    for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
      bytes[random.nextInt(reach)] = (byte) random.nextInt(256);
    }
    return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
  }

  private static void tryToDecode(byte[] bytes, String which) {
    EncodedImage image = new EncodedImage(bytes);
    try {
      ImageInfo info = ImageInfo.of(image);
      Pixels pixels = PIPELINE.toPixels(image);
      assertThat(pixels.channels()).as(which).isEqualTo(info.channels());
    } catch (CeriumException e) {
      assertThat(e.code()).as(which).isIn(EXPECTED);
    }
  }
}
