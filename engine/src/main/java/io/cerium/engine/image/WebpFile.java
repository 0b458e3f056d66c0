package io.cerium.engine.image;

import java.util.List;

/** WebP (RFC 9649): one RIFF chunk around lossy, lossless or extended chunks. */
final class WebpFile implements FileFormat.Reader {
  private static final int FIRST_CHUNK = 12;
  private static final int ALPHA_FLAG = 0x10;

  @Override
  public boolean recognises(FileBytes bytes) {
    return bytes.has(0, "RIFF") && bytes.has(8, "WEBP");
  }

  @Override
  public ImageHeader read(FileBytes bytes) throws UnreadableImageException {
    int data = FIRST_CHUNK + 8;
    if (bytes.has(FIRST_CHUNK, "VP8X")) {
      return ImageHeader.of(
          FileFormat.WEBP,
          bytes.littleEndian(data + 4, 3) + 1,
          bytes.littleEndian(data + 7, 3) + 1,
          (bytes.u8(data) & ALPHA_FLAG) == 0 ? 3 : 4,
          orientation(bytes));
    }
    if (bytes.has(FIRST_CHUNK, "VP8L")) {
      long bits = bytes.littleEndian(data + 1, 4);
      return ImageHeader.of(
          FileFormat.WEBP,
          (bits & 0x3fff) + 1,
          (bits >> 14 & 0x3fff) + 1,
          (bits >> 28 & 1) == 0 ? 3 : 4,
          1);
    }
    if (bytes.has(FIRST_CHUNK, "VP8 ") && bytes.has(data + 3, "\u009d\u0001\u002a")) {
      return ImageHeader.of(
          FileFormat.WEBP,
          bytes.littleEndian(data + 6, 2) & 0x3fff,
          bytes.littleEndian(data + 8, 2) & 0x3fff,
          3,
          1);
    }
    throw new UnreadableImageException("the WebP file does not begin with a picture");
  }

  private static int orientation(FileBytes bytes) throws UnreadableImageException {
    long at = FIRST_CHUNK;
    while (at + 8 <= bytes.length()) {
      long size = bytes.littleEndian(at + 4, 4);
      if (bytes.has(at, "EXIF")) {
        // Some writers keep the prefix that EXIF data has in JPEG files.
        long start = bytes.has(at + 8, "Exif\0\0") ? at + 14 : at + 8;
        return Exif.orientation(bytes, start, at + 8 + size);
      }
      at += 8 + size + size % 2;
    }
    return 1;
  }

  @Override
  public List<FilePart> picture(FileBytes bytes) throws UnreadableImageException {
    if (8 + bytes.littleEndian(4, 4) > bytes.length()) {
      throw new UnreadableImageException("the WebP file is cut off: it is shorter than it says");
    }
    return FilePart.whole(bytes);
  }
}
