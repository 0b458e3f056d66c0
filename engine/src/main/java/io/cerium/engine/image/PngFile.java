package io.cerium.engine.image;

import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/** PNG and APNG (W3C PNG, third edition): chunks from IHDR to IEND. */
final class PngFile implements FileFormat.Reader {
  private static final int SIGNATURE = 8;
  private static final int HEADER = 13;
  private static final int CHUNK_FRAME = 12;
  private static final List<String> KEPT = List.of("PLTE", "tRNS", "IDAT", "IEND");

  @Override
  public boolean recognises(FileBytes bytes) {
    return bytes.has(0, "\u0089PNG\r\n\u001a\n");
  }

  @Override
  public ImageHeader read(FileBytes bytes) throws UnreadableImageException {
    if (bytes.bigEndian(SIGNATURE, 4) != HEADER || !bytes.has(SIGNATURE + 4, "IHDR")) {
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

  /**
   * The chunks that make the picture, without text, colour profiles and animation: an animated PNG
   * is its default picture, as it is for readers that know no animations.
   */
  @Override
  public List<FilePart> picture(FileBytes bytes) throws UnreadableImageException {
    List<FilePart> parts = new ArrayList<>();
    parts.add(new FilePart(0, SIGNATURE));
    long at = SIGNATURE;
    while (at + CHUNK_FRAME <= bytes.length()) {
      long end = at + CHUNK_FRAME + bytes.bigEndian(at, 4);
      if (end > bytes.length()) {
        break;
      }
      if (isPicture(bytes, at)) {
        requireChecksum(bytes, at, end);
        parts.add(new FilePart((int) at, (int) end));
        if (bytes.has(at + 4, "IEND")) {
          return parts;
        }
      }
      at = end;
    }
    throw new UnreadableImageException("the PNG file is cut off: its end chunk is missing");
  }

  private static boolean isPicture(FileBytes bytes, long at) throws UnreadableImageException {
    if (bytes.has(at + 4, "IHDR") != (at == SIGNATURE)) {
      throw new UnreadableImageException("the PNG file has its header in the wrong place");
    }
    if (at == SIGNATURE || KEPT.stream().anyMatch(kind -> bytes.has(at + 4, kind))) {
      return true;
    }
    // A capital says that a reader must know the chunk.
    if (Character.isUpperCase(bytes.u8(at + 4))) {
      throw new UnreadableImageException("the PNG file is damaged: it has an unknown chunk");
    }
    return false;
  }

  private static void requireChecksum(FileBytes bytes, long at, long end)
      throws UnreadableImageException {
    CRC32 crc = new CRC32();
    crc.update(bytes.array(), (int) at + 4, (int) (end - at) - 8);
    if (crc.getValue() != bytes.bigEndian(end - 4, 4)) {
      throw new UnreadableImageException("the PNG file is damaged: a checksum is wrong");
    }
  }
}
