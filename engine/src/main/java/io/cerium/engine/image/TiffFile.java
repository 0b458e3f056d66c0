package io.cerium.engine.image;

import java.util.List;

/** TIFF 6.0 and BigTIFF: the first picture. */
final class TiffFile implements FileFormat.Reader {
  private static final int WIDTH = 256;
  private static final int HEIGHT = 257;
  private static final int BITS = 258;
  private static final int PHOTOMETRIC = 262;
  private static final int STRIP_OFFSETS = 273;
  private static final int ORIENTATION = 274;
  private static final int SAMPLES = 277;
  private static final int STRIP_BYTES = 279;
  private static final int TILE_WIDTH = 322;
  private static final int TILE_HEIGHT = 323;
  private static final int TILE_OFFSETS = 324;
  private static final int TILE_BYTES = 325;
  private static final int EXTRA_SAMPLES = 338;
  private static final int SAMPLE_FORMAT = 339;
  private static final long ASSOCIATED = 1;
  private static final long UNASSOCIATED = 2;
  private static final long UNSIGNED = 1;
  private static final long UNTYPED = 4;

  @Override
  public boolean recognises(FileBytes bytes) {
    return bytes.has(0, "II*\0")
        || bytes.has(0, "MM\0*")
        || bytes.has(0, "II+\0")
        || bytes.has(0, "MM\0+");
  }

  @Override
  public ImageHeader read(FileBytes bytes) throws UnreadableImageException {
    TiffDirectory tags = TiffDirectory.read(bytes, 0, bytes.length());
    long width = side(tags, WIDTH);
    long height = side(tags, HEIGHT);
    long format = tags.findValue(SAMPLE_FORMAT).orElse(UNSIGNED);
    if (format != UNSIGNED && format != UNTYPED) {
      throw new UnreadableImageException(
          "the TIFF file holds signed or floating numbers, not pixels of 8 or 16 bits");
    }
    // A decoder takes memory for a whole tile, however small the picture is.
    long tile = side(tags, TILE_WIDTH) * side(tags, TILE_HEIGHT);
    if (tile > 4 * Math.max(width * height, 1 << 20)) {
      throw new UnreadableImageException("the tiles of the TIFF file are larger than the picture");
    }
    int orientation = Math.toIntExact(tags.findValue(ORIENTATION).orElse(1L) & 0xffff);
    ImageHeader header =
        ImageHeader.of(FileFormat.TIFF, width, height, channels(tags), orientation);
    return header.channels() == 4 && isPremultiplied(tags) ? header.asPremultiplied() : header;
  }

  /** A length of pixels, never so large that a product of two overflows. */
  private static long side(TiffDirectory tags, int tag) throws UnreadableImageException {
    long side = tags.findValue(tag).orElse(0L);
    return side < 0 || side > 1L << 30 ? 1L << 30 : side;
  }

  /** Either the file says so, or the decoder does it: it multiplies samples of 8 bits. */
  private static boolean isPremultiplied(TiffDirectory tags) throws UnreadableImageException {
    long extra = tags.findValue(EXTRA_SAMPLES).orElse(0L);
    return extra == ASSOCIATED || (extra == UNASSOCIATED && tags.findValue(BITS).orElse(1L) == 8);
  }

  private static int channels(TiffDirectory tags) throws UnreadableImageException {
    long samples = tags.findValue(SAMPLES).orElse(1L);
    return switch (tags.findValue(PHOTOMETRIC).orElse(1L).intValue()) {
      case 0, 1 -> 1;
      case 2 -> samples > 3 ? 4 : 3;
      default -> 3;
    };
  }

  @Override
  public List<FilePart> picture(FileBytes bytes) throws UnreadableImageException {
    TiffDirectory tags = TiffDirectory.read(bytes, 0, bytes.length());
    requireInside(bytes, tags, STRIP_OFFSETS, STRIP_BYTES);
    requireInside(bytes, tags, TILE_OFFSETS, TILE_BYTES);
    return FilePart.whole(bytes);
  }

  private static void requireInside(
      FileBytes bytes, TiffDirectory tags, int offsets, int byteCounts)
      throws UnreadableImageException {
    long count = Math.min(tags.count(offsets), tags.count(byteCounts));
    for (long i = 0; i < count; i++) {
      long offset = tags.value(offsets, i);
      long size = tags.value(byteCounts, i);
      if (offset < 0 || size < 0 || offset > bytes.length() - size) {
        throw new UnreadableImageException("the TIFF file is cut off: pixels are missing");
      }
    }
  }
}
