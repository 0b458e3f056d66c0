package io.cerium.engine.image;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Bounds-checked reading of a file's bytes: a file that points outside of itself is unreadable,
 * never an index error.
 */
record FileBytes(byte[] array) {
  int length() {
    return array.length;
  }

  int u8(long at) throws UnreadableImageException {
    need(at, 1);
    return array[(int) at] & 0xff;
  }

  /** An unsigned number of {@code size} bytes, 1 to 8, the most significant byte first. */
  long bigEndian(long at, int size) throws UnreadableImageException {
    need(at, size);
    long value = 0;
    for (int i = 0; i < size; i++) {
      value = value << 8 | (array[(int) at + i] & 0xff);
    }
    return value;
  }

  /** An unsigned number of {@code size} bytes, 1 to 8, the least significant byte first. */
  long littleEndian(long at, int size) throws UnreadableImageException {
    need(at, size);
    long value = 0;
    for (int i = size - 1; i >= 0; i--) {
      value = value << 8 | (array[(int) at + i] & 0xff);
    }
    return value;
  }

  /** Whether these ASCII characters stand there; false too where the file ends before. */
  boolean has(long at, String ascii) {
    byte[] expected = ascii.getBytes(StandardCharsets.ISO_8859_1);
    return at >= 0
        && at + expected.length <= array.length
        && Arrays.equals(array, (int) at, (int) at + expected.length, expected, 0, expected.length);
  }

  private void need(long at, int size) throws UnreadableImageException {
    if (at < 0 || at > array.length - size) {
      throw new UnreadableImageException("the file ends before its header does");
    }
  }
}
