package io.cerium.engine.image;

import java.util.List;

/** Windows bitmaps: the core header of OS/2 and the info headers of Windows. */
final class BmpFile implements FileFormat.Reader {
  private static final int INFO = 14;
  private static final int CORE_SIZE = 12;
  private static final int UNCOMPRESSED = 0;
  private static final int BIT_FIELDS = 3;

  @Override
  public boolean recognises(FileBytes bytes) {
    return bytes.has(0, "BM") && bytes.has(6, "\0\0\0\0");
  }

  @Override
  public ImageHeader read(FileBytes bytes) throws UnreadableImageException {
    boolean core = bytes.littleEndian(INFO, 4) == CORE_SIZE;
    long width = core ? bytes.littleEndian(INFO + 4, 2) : (int) bytes.littleEndian(INFO + 4, 4);
    return ImageHeader.of(FileFormat.BMP, width, height(bytes), channels(bytes), 1);
  }

  /** Negative in a file whose rows go down from the top. */
  private static long height(FileBytes bytes) throws UnreadableImageException {
    return bytes.littleEndian(INFO, 4) == CORE_SIZE
        ? bytes.littleEndian(INFO + 6, 2)
        : Math.abs((long) (int) bytes.littleEndian(INFO + 8, 4));
  }

  private static int channels(FileBytes bytes) throws UnreadableImageException {
    long size = bytes.littleEndian(INFO, 4);
    int bits = bits(bytes);
    if (bits <= 8) {
      return isGreyPalette(bytes, size, bits) ? 1 : 3;
    }
    // Only headers that name an alpha mask say that the fourth byte means something.
    boolean alpha =
        bits == 32
            && size >= 56
            && compression(bytes) == BIT_FIELDS
            && bytes.littleEndian(INFO + 52, 4) != 0;
    return alpha ? 4 : 3;
  }

  private static boolean isGreyPalette(FileBytes bytes, long headerSize, int bits)
      throws UnreadableImageException {
    int entry = headerSize == CORE_SIZE ? 3 : 4;
    long used = headerSize == CORE_SIZE ? 0 : bytes.littleEndian(INFO + 32, 4);
    long colours = used == 0 ? 1L << bits : Math.min(used, 256);
    for (long i = 0; i < colours; i++) {
      long at = INFO + headerSize + i * entry;
      if (bytes.u8(at) != bytes.u8(at + 1) || bytes.u8(at) != bytes.u8(at + 2)) {
        return false;
      }
    }
    return true;
  }

  private static int bits(FileBytes bytes) throws UnreadableImageException {
    boolean core = bytes.littleEndian(INFO, 4) == CORE_SIZE;
    return (int) bytes.littleEndian(core ? INFO + 10 : INFO + 14, 2);
  }

  private static long compression(FileBytes bytes) throws UnreadableImageException {
    return bytes.littleEndian(INFO, 4) == CORE_SIZE
        ? UNCOMPRESSED
        : bytes.littleEndian(INFO + 16, 4);
  }

  @Override
  public List<FilePart> picture(FileBytes bytes) throws UnreadableImageException {
    long compression = compression(bytes);
    if (compression != UNCOMPRESSED && compression != BIT_FIELDS) {
      return FilePart.whole(bytes);
    }
    long rowBytes = (read(bytes).width() * (long) bits(bytes) + 31) / 32 * 4;
    if (bytes.littleEndian(10, 4) + rowBytes * height(bytes) > bytes.length()) {
      throw new UnreadableImageException("the BMP file is cut off: rows of pixels are missing");
    }
    return FilePart.whole(bytes);
  }
}
