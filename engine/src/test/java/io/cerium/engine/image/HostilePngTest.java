package io.cerium.engine.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/** PNG files that brought the decoder down before only a picture's own chunks were given to it. */
class HostilePngTest {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  /** The pixel of {@code pixel.png}, chunk by chunk. */
  private static byte[] chunkOfPixel(String kind) {
    byte[] png = TestImages.file("pixel.png").bytes();
    int at = new String(png, StandardCharsets.ISO_8859_1).indexOf(kind) - 4;
    return java.util.Arrays.copyOfRange(png, at, at + 12 + ByteBuffer.wrap(png).getInt(at));
  }

  private static byte[] chunk(String kind, int length, byte... data) {
    ByteBuffer chunk = ByteBuffer.allocate(12 + data.length);
    chunk.putInt(length).put(kind.getBytes(StandardCharsets.US_ASCII)).put(data);
    CRC32 crc = new CRC32();
    crc.update(chunk.array(), 4, 4 + data.length);
    return chunk.putInt((int) crc.getValue()).array();
  }

  private static EncodedImage png(byte[]... chunks) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(SIGNATURE);
    for (byte[] chunk : chunks) {
      file.writeBytes(chunk);
    }
    return new EncodedImage(file.toByteArray());
  }

  private static void assertRefused(String reason, EncodedImage image) {
    assertThatThrownBy(() -> TestImages.decode(image)).hasMessageContaining(reason);
  }

  private static void assertPixel(EncodedImage image) {
    assertThat(TestImages.decode(image).data()).containsExactly(50, 100, (byte) 200);
  }

  private final byte[] header = chunkOfPixel("IHDR");
  private final byte[] pixels = chunkOfPixel("IDAT");
  private final byte[] end = chunkOfPixel("IEND");

  @Test
  void readsTheChunksOfThePicture() {
    assertPixel(png(header, pixels, end));
  }

  @Test
  void takesNoMemoryForAChunkThatIsNotThere() {
    assertRefused("cut off", png(header, chunk("xDAT", 0x7f000000), end));
    assertRefused("cut off", png(header, pixels, chunk("IEND", 0x7f000000)));
    assertRefused("cut off", png(header, chunk("IDAT", -1, (byte) 1), end));
  }

  @Test
  void ignoresAnAnimationThatMakesNoSense() {
    byte[] animation = chunk("acTL", 8, new byte[] {0, 0, 0, 2, 0, 0, 0, 0});
    byte[] frame = chunk("fcTL", 26, new byte[26]);
    byte[] frameData = chunk("fdAT", 8, new byte[8]);
    assertPixel(png(header, animation, pixels, frame, frameData, end));
    assertPixel(png(header, animation, chunk("ncTL", 26, new byte[26]), pixels, frame, end));
    assertPixel(png(header, frame, frameData, pixels, animation, end));
  }

  @Test
  void ignoresWhatOnlyTellsAboutThePicture() {
    byte[] text = chunk("tEXt", 3, new byte[] {'a', 0, 'b'});
    text[text.length - 1]++;
    assertPixel(png(header, text, chunk("iCCP", 5, new byte[5]), pixels, end));
  }

  @Test
  void refusesAnotherOrder() {
    assertRefused("its header in the wrong place", png(header, header, pixels, end));
    assertRefused("does not begin with its header", png(pixels, header, end));
    assertRefused("unknown chunk", png(header, chunk("ABCD", 0), pixels, end));
    assertRefused("is damaged", png(header, end));
    assertRefused("is damaged", png(header, end, pixels));
  }

  @Test
  void refusesAWrongChecksum() {
    for (byte[] chunk : new byte[][] {header, pixels, end}) {
      chunk[chunk.length - 1]++;
      assertRefused("a checksum is wrong", png(header, pixels, end));
      chunk[chunk.length - 1]--;
    }
  }
}
