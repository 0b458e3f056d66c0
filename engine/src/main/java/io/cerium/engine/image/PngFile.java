package io.cerium.engine.image;

/** PNG and APNG (W3C PNG, third edition): chunks from IHDR to IEND. */
final class PngFile implements FileFormat.Reader {
  private static final int SIGNATURE = 8;
  private static final int CHUNK_FRAME = 12;

  @Override
  public boolean recognises(FileBytes bytes) {
    return bytes.has(0, "\u0089PNG\r\n\u001a\n");
  }

  @Override
  public ImageHeader read(FileBytes bytes) throws UnreadableImageException {
    if (!bytes.has(SIGNATURE + 4, "IHDR")) {
      throw new UnreadableImageException("the PNG file does not begin with its header");
    }
    int colour = bytes.u8(SIGNATURE + 17);
    boolean transparent = false;
    int orientation = 1;
    long at = SIGNATURE;
    while (at + CHUNK_FRAME <= bytes.length() && !bytes.has(at + 4, "IEND")) {
      long end = at + 8 + bytes.bigEndian(at, 4);
      if (bytes.has(at + 4, "tRNS")) {
        transparent = true;
      } else if (bytes.has(at + 4, "eXIf")) {
        orientation = Exif.orientation(bytes, at + 8, end);
      }
      at = end + 4;
    }
    return ImageHeader.of(
        FileFormat.PNG,
        bytes.bigEndian(SIGNATURE + 8, 4),
        bytes.bigEndian(SIGNATURE + 12, 4),
        channels(colour, transparent),
        orientation);
  }

  /** A grey that is declared transparent stays grey; see {@link Pixels}. */
  private static int channels(int colour, boolean transparent) throws UnreadableImageException {
    return switch (colour) {
      case 0 -> 1;
      case 2, 3 -> transparent ? 4 : 3;
      case 4, 6 -> 4;
      default -> throw new UnreadableImageException("the PNG file has the colour type " + colour);
    };
  }

  @Override
  public void requireWhole(FileBytes bytes) throws UnreadableImageException {
    long at = SIGNATURE;
    while (at + CHUNK_FRAME <= bytes.length()) {
      if (bytes.has(at + 4, "IEND")) {
        return;
      }
      at += CHUNK_FRAME + bytes.bigEndian(at, 4);
    }
    throw new UnreadableImageException("the PNG file is cut off: its end chunk is missing");
  }
}
