package io.cerium.engine.image;

import java.util.List;

/** GIF (87a, 89a): the first picture and what stands before it. */
final class GifFile implements FileFormat.Reader {
  private static final int SCREEN = 6;
  private static final int EXTENSION = 0x21;
  private static final int GRAPHIC_CONTROL = 0xf9;
  private static final int PICTURE = 0x2c;
  private static final int TRAILER = 0x3b;

  @Override
  public boolean recognises(FileBytes bytes) {
    return bytes.has(0, "GIF87a") || bytes.has(0, "GIF89a");
  }

  @Override
  public ImageHeader read(FileBytes bytes) throws UnreadableImageException {
    boolean transparent = false;
    long at = SCREEN + 7 + colourTable(bytes, SCREEN + 4);
    while (bytes.u8(at) == EXTENSION) {
      if (bytes.u8(at + 1) == GRAPHIC_CONTROL) {
        transparent = (bytes.u8(at + 3) & 1) == 1;
      }
      at = skipSubBlocks(bytes, at + 2);
    }
    if (bytes.u8(at) != PICTURE) {
      throw new UnreadableImageException("the GIF file has no picture in it");
    }
    return ImageHeader.of(
        FileFormat.GIF,
        bytes.littleEndian(SCREEN, 2),
        bytes.littleEndian(SCREEN + 2, 2),
        transparent ? 4 : 3,
        1);
  }

  @Override
  public List<FilePart> picture(FileBytes bytes) throws UnreadableImageException {
    try {
      long at = SCREEN + 7 + colourTable(bytes, SCREEN + 4);
      for (int block = bytes.u8(at); block != TRAILER; block = bytes.u8(at)) {
        at =
            block == PICTURE
                ? skipSubBlocks(bytes, at + 11 + colourTable(bytes, at + 9))
                : skipSubBlocks(bytes, at + 2);
      }
    } catch (UnreadableImageException e) {
      throw new UnreadableImageException("the GIF file is cut off: its trailer is missing", e);
    }
    return FilePart.whole(bytes);
  }

  /** The bytes of the colour table that follows, by the flags at {@code at}. */
  private static int colourTable(FileBytes bytes, long at) throws UnreadableImageException {
    int flags = bytes.u8(at);
    return (flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1;
  }

  private static long skipSubBlocks(FileBytes bytes, long start) throws UnreadableImageException {
    long at = start;
    for (int size = bytes.u8(at); size != 0; size = bytes.u8(at)) {
      at += 1 + size;
    }
    return at + 1;
  }
}
