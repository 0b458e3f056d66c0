package io.cerium.engine.image;

import static io.cerium.engine.image.TestImages.decode;
import static io.cerium.engine.image.TestImages.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What the reference files do not hold: rare forms of headers. */
class ImageHeaderTest {
  /** A file's bytes with others put in at a place, in place of {@code replaced} bytes. */
  private static EncodedImage with(String file, int at, int replaced, int... bytes) {
    byte[] whole = file(file).bytes();
    ByteArrayOutputStream edited = new ByteArrayOutputStream();
    edited.write(whole, 0, at);
    Arrays.stream(bytes).forEach(edited::write);
    edited.write(whole, at + replaced, whole.length - at - replaced);
    return new EncodedImage(edited.toByteArray());
  }

  private static int frameOf(byte[] jpeg) {
    int at = 0;
    while ((jpeg[at] & 0xff) != 0xff || (jpeg[at + 1] & 0xff) != 0xc0) {
      at++;
    }
    return at;
  }

  @Test
  void skipsFillBytesBetweenJpegSegments() {
    EncodedImage filled = with("baseline.jpg", 2, 0, 0xff, 0xff, 0xff);
    assertThat(ImageInfo.of(filled)).isEqualTo(ImageInfo.of(file("baseline.jpg")));
    assertThat(decode(filled).data()).isEqualTo(decode(file("baseline.jpg")).data());
  }

  @Test
  void refusesJpegsOfOtherKinds() {
    int frame = frameOf(file("baseline.jpg").bytes());
    assertThatThrownBy(() -> ImageInfo.of(with("baseline.jpg", frame + 4, 1, 12)))
        .hasMessageContaining("it is a JPEG file of 12 bits a sample, not 8");
    assertThatThrownBy(() -> ImageInfo.of(with("baseline.jpg", frame + 9, 1, 2)))
        .hasMessageContaining("the JPEG file has 2 components");
    assertThatThrownBy(() -> ImageInfo.of(with("baseline.jpg", frame + 5, 2, 0, 0)))
        .hasMessageContaining("its header says 40 x 0 pixels");
    // The frame header turned into a comment.
    assertThatThrownBy(() -> ImageInfo.of(with("baseline.jpg", frame + 1, 1, 0xfe)))
        .hasMessageContaining("the JPEG file has no frame header");
  }

  @Test
  void knowsTheRowsOfABitmapThatGoDown() {
    byte[] flipped = file("rgb.bmp").bytes().clone();
    ByteBuffer.wrap(flipped).order(ByteOrder.LITTLE_ENDIAN).putInt(22, -30);
    Pixels down = decode(new EncodedImage(flipped));
    Pixels up = decode(file("rgb.bmp"));
    assertThat(down.height()).isEqualTo(30);
    int row = 3 * 40;
    assertThat(Arrays.copyOf(down.data(), row))
        .isEqualTo(Arrays.copyOfRange(up.data(), 29 * row, 30 * row));
  }

  @Test
  void seesAlphaOnlyInBitmapsThatNameItsMask() {
    ByteBuffer bitmap = ByteBuffer.allocate(14 + 108 + 8).order(ByteOrder.LITTLE_ENDIAN);
    bitmap.put((byte) 'B').put((byte) 'M').putInt(bitmap.capacity()).putInt(0).putInt(122);
    bitmap.putInt(108).putInt(2).putInt(1).putShort((short) 1).putShort((short) 32).putInt(3);
    bitmap.position(14 + 40);
    bitmap.putInt(0xff0000).putInt(0xff00).putInt(0xff).putInt(0xff000000);
    bitmap.position(122);
    bitmap.put(new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
    EncodedImage alpha = new EncodedImage(bitmap.array());
    assertThat(ImageInfo.of(alpha)).isEqualTo(new ImageInfo("bmp", 2, 1, 4, 1));
    assertThat(decode(alpha).data()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    byte[] opaque = bitmap.array().clone();
    Arrays.fill(opaque, 66, 70, (byte) 0);
    assertThat(ImageInfo.of(new EncodedImage(opaque)).channels()).isEqualTo(3);
    assertThat(decode(new EncodedImage(opaque)).data()).containsExactly(1, 2, 3, 5, 6, 7);
  }

  @Test
  void findsPngOrientationBehindThePixels() {
    byte[] turned = file("orientation-6.png").bytes();
    String text = new String(turned, java.nio.charset.StandardCharsets.ISO_8859_1);
    int chunk = text.indexOf("eXIf") - 4;
    int size = 12 + ByteBuffer.wrap(turned).getInt(chunk);
    int end = turned.length - 12;
    ByteArrayOutputStream moved = new ByteArrayOutputStream();
    moved.write(turned, 0, chunk);
    moved.write(turned, chunk + size, end - chunk - size);
    moved.write(turned, chunk, size);
    moved.write(turned, end, 12);
    EncodedImage image = new EncodedImage(moved.toByteArray());
    assertThat(ImageInfo.of(image).orientation()).isEqualTo(6);
    assertThat(decode(image).data()).isEqualTo(decode(file("rgb.png")).data());
  }

  @Test
  void neverReadsOutsideOfTheFile() {
    for (String[] row : TestImages.table("files.csv")) {
      byte[] whole = file(row[0]).bytes();
      for (int length = 0; length < Math.min(whole.length, 400); length++) {
        EncodedImage part = new EncodedImage(Arrays.copyOf(whole, length));
        try {
          assertThat(ImageInfo.of(part).format()).isEqualTo(row[1]);
        } catch (io.cerium.engine.error.CeriumException e) {
          assertThat(e.code().name()).isEqualTo("IMAGE_DECODE_FAILED");
        }
      }
    }
  }
}
