package io.cerium.engine.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Small JPEG files that take the decoder minutes. */
class HostileJpegTest {
  private static final byte[] WHOLE = TestImages.file("progressive.jpg").bytes();
  private static final byte[] START = Arrays.copyOf(WHOLE, WHOLE.length - 2);
  private static final byte[] END = {(byte) 0xff, (byte) 0xd9};

  private static byte[] lastScan() {
    String text = new String(WHOLE, StandardCharsets.ISO_8859_1);
    return Arrays.copyOfRange(START, text.lastIndexOf("\u00ff\u00da"), START.length);
  }

  private static int scans() {
    return new String(WHOLE, StandardCharsets.ISO_8859_1).split("\u00ff\u00da", -1).length - 1;
  }

  /** The picture with its last scan repeated, and {@code between} before each. */
  private static EncodedImage repeated(int scans, byte... between) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(START);
    for (int i = scans(); i < scans; i++) {
      file.writeBytes(between);
      file.writeBytes(lastScan());
    }
    file.writeBytes(END);
    return new EncodedImage(file.toByteArray());
  }

  private static void assertRefused(EncodedImage image) {
    assertThatThrownBy(() -> TestImages.decode(image))
        .isInstanceOfSatisfying(
            CeriumException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.IMAGE_DECODE_FAILED))
        .hasMessageContaining("the JPEG file has more than 100 scans");
  }

  @Test
  void scansHaveALimit() {
    assertThat(TestImages.decode(repeated(100)).width()).isEqualTo(40);
    assertRefused(repeated(101));
  }

  @Test
  void whatStandsBetweenScansHidesNone() {
    // A comment that holds an end marker, and one shorter than its own length.
    assertRefused(repeated(101, (byte) 0xff, (byte) 0xfe, (byte) 0, (byte) 4, END[0], END[1]));
    assertRefused(repeated(101, (byte) 0xff, (byte) 0xfe, (byte) 0, (byte) 0));
    // A restart marker, bytes without a marker, and one that is filled up.
    assertRefused(repeated(101, (byte) 0xff, (byte) 0xd3, (byte) 7, (byte) 0xff, (byte) 0xff));
  }

  @Test
  void whatStandsBehindThePictureIsNotCounted() {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(WHOLE);
    for (int i = 0; i < 1000; i++) {
      file.writeBytes(lastScan());
    }
    file.writeBytes(END);
    EncodedImage image = new EncodedImage(file.toByteArray());
    assertThat(TestImages.decode(image).data())
        .isEqualTo(TestImages.decode(new EncodedImage(WHOLE)).data());
  }
}
