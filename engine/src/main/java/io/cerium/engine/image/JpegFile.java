package io.cerium.engine.image;

import java.util.ArrayList;
import java.util.List;

/** JPEG (ITU-T T.81): segments up to the first scan, whose end is the EOI marker. */
final class JpegFile implements FileFormat.Reader {
  /** Below it stand only 0, which makes an 0xFF of the data, and markers without a segment. */
  private static final int FIRST_WITH_LENGTH = 0xc0;

  private static final int RST0 = 0xd0;
  private static final int SOI = 0xd8;
  private static final int EOI = 0xd9;
  private static final int SOS = 0xda;
  private static final int APP0 = 0xe0;
  private static final int APP1 = 0xe1;
  private static final int APP14 = 0xee;
  private static final int APP15 = 0xef;
  private static final int COM = 0xfe;
  private static final int TEM = 0x01;

  /**
   * Each scan goes over the whole picture, however few bytes it has: a small file of thousands
   * keeps the decoder busy for minutes. Pictures have about ten; libtiff reads up to 100 as well.
   */
  private static final int MOST_SCANS = 100;

  /**
   * What stands before the picture's data.
   *
   * @param orientation by EXIF, 0 where there is none
   * @param parts all but the segments that tell about the picture: EXIF, profiles, comments
   * @param scan behind the header of the first scan
   */
  private record Segments(
      long width, long height, int components, int orientation, List<FilePart> parts, int scan) {}

  @Override
  public boolean recognises(FileBytes bytes) {
    return bytes.has(0, "\u00ff\u00d8\u00ff");
  }

  @Override
  public ImageHeader read(FileBytes bytes) throws UnreadableImageException {
    Segments segments = segments(bytes);
    int channels = segments.components == 1 ? 1 : 3;
    return ImageHeader.of(
        FileFormat.JPEG, segments.width, segments.height, channels, segments.orientation);
  }

  /**
   * Looks for the end marker from the back. Behind it other things may follow (second pictures,
   * videos, zeros), but before it none can stand inside of a scan, where every 0xFF is followed by
   * 0 or a restart marker. Only markers behind the start of the first scan count: thumbnails in the
   * EXIF data have an end marker too.
   */
  @Override
  public List<FilePart> picture(FileBytes bytes) throws UnreadableImageException {
    byte[] array = bytes.array();
    Segments segments = segments(bytes);
    requireFewScans(bytes, segments.scan);
    for (int at = array.length - 2; at >= segments.scan; at--) {
      if (array[at] == (byte) 0xff && array[at + 1] == (byte) EOI) {
        List<FilePart> parts = new ArrayList<>(segments.parts);
        parts.add(new FilePart(segments.scan, at + 2));
        return parts;
      }
    }
    throw new UnreadableImageException("the JPEG file is cut off: its end marker is missing");
  }

  /**
   * Goes from marker to marker as the decoder does, which takes the bytes between them for a scan's
   * data or skips them.
   *
   * @param at behind the header of the first scan
   */
  private static void requireFewScans(FileBytes bytes, int at) throws UnreadableImageException {
    byte[] array = bytes.array();
    int scans = 1;
    while (at < array.length - 1) {
      int marker = array[at + 1] & 0xff;
      if (array[at] != (byte) 0xff || marker == 0xff) {
        at++;
        continue;
      }
      if (marker == EOI) {
        return;
      }
      at += 2;
      if (marker < FIRST_WITH_LENGTH || (marker >= RST0 && marker <= SOI)) {
        continue;
      }
      if (marker == SOS && ++scans > MOST_SCANS) {
        throw new UnreadableImageException("the JPEG file has more than " + MOST_SCANS + " scans");
      }
      if (at + 2 > array.length) {
        return;
      }
      // The length counts its own two bytes; the decoder takes a smaller one for none.
      at += Math.max(2, (int) bytes.bigEndian(at, 2));
    }
  }

  private static Segments segments(FileBytes bytes) throws UnreadableImageException {
    List<FilePart> parts = new ArrayList<>();
    int frame = 0;
    int orientation = 0;
    int kept = 0;
    int at = 2;
    while (true) {
      while (bytes.u8(at) != 0xff) {
        at++;
      }
      int start = at;
      while (bytes.u8(at) == 0xff) {
        at++;
      }
      int marker = bytes.u8(at++);
      if (marker == EOI) {
        throw new UnreadableImageException("the JPEG file has no picture in it");
      }
      if (marker == 0 || marker == TEM || (marker >= RST0 && marker <= SOI)) {
        continue;
      }
      int end = at + (int) bytes.bigEndian(at, 2);
      if (end < at + 2) {
        throw new UnreadableImageException("a segment of the JPEG file has no length");
      }
      if (marker == SOS) {
        parts.add(new FilePart(kept, end));
        return segments(bytes, frame, orientation, parts);
      }
      if (isFrame(marker) && frame == 0) {
        frame = at;
      } else if (marker == APP1 && orientation == 0 && bytes.has(at + 2L, "Exif\0\0")) {
        orientation = Exif.orientation(bytes, at + 8, end);
      }
      if (tellsAboutThePicture(marker)) {
        parts.add(new FilePart(kept, start));
        kept = end;
      }
      at = end;
    }
  }

  private static boolean isFrame(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
  }

  /** Application data and comments, but not those by JFIF and Adobe that say what colours mean. */
  private static boolean tellsAboutThePicture(int marker) {
    return (marker > APP0 && marker <= APP15 && marker != APP14) || marker == COM;
  }

  private static Segments segments(
      FileBytes bytes, int frame, int orientation, List<FilePart> parts)
      throws UnreadableImageException {
    if (frame == 0) {
      throw new UnreadableImageException("the JPEG file has no frame header");
    }
    int bits = bytes.u8(frame + 2);
    if (bits != 8) {
      throw new UnreadableImageException("it is a JPEG file of " + bits + " bits a sample, not 8");
    }
    int components = bytes.u8(frame + 7);
    if (components != 1 && components != 3 && components != 4) {
      throw new UnreadableImageException("the JPEG file has " + components + " components");
    }
    return new Segments(
        bytes.bigEndian(frame + 5, 2),
        bytes.bigEndian(frame + 3, 2),
        components,
        orientation,
        parts,
        parts.get(parts.size() - 1).to());
  }
}
