package io.cerium.engine.image;

/** JPEG (ITU-T T.81): segments up to the first scan, whose end is the EOI marker. */
final class JpegFile implements FileFormat.Reader {
  private static final int SOI = 0xd8;
  private static final int EOI = 0xd9;
  private static final int SOS = 0xda;
  private static final int APP1 = 0xe1;
  private static final int TEM = 0x01;

  /** The segments before the picture's data. */
  private record Segments(long width, long height, int components, int orientation, int scan) {}

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
  public void requireWhole(FileBytes bytes) throws UnreadableImageException {
    byte[] array = bytes.array();
    int scan = segments(bytes).scan;
    for (int at = array.length - 2; at >= scan; at--) {
      if (array[at] == (byte) 0xff && array[at + 1] == (byte) EOI) {
        return;
      }
    }
    throw new UnreadableImageException("the JPEG file is cut off: its end marker is missing");
  }

  private static Segments segments(FileBytes bytes) throws UnreadableImageException {
    Segments found = new Segments(0, 0, 0, 0, 0);
    int orientation = 0;
    int at = 2;
    while (true) {
      while (bytes.u8(at) != 0xff) {
        at++;
      }
      while (bytes.u8(at) == 0xff) {
        at++;
      }
      int marker = bytes.u8(at++);
      if (marker == EOI) {
        throw new UnreadableImageException("the JPEG file has no picture in it");
      }
      if (marker == 0 || marker == TEM || (marker >= 0xd0 && marker <= SOI)) {
        continue;
      }
      int length = (int) bytes.bigEndian(at, 2);
      if (length < 2) {
        throw new UnreadableImageException("a segment of the JPEG file has no length");
      }
      if (marker == SOS) {
        if (found.components == 0) {
          throw new UnreadableImageException("the JPEG file has no frame header");
        }
        return new Segments(found.width, found.height, found.components, orientation, at + length);
      }
      if (isFrame(marker) && found.components == 0) {
        found = frame(bytes, at);
      } else if (marker == APP1 && orientation == 0 && bytes.has(at + 2L, "Exif\0\0")) {
        orientation = Exif.orientation(bytes, at + 8, at + length);
      }
      at += length;
    }
  }

  private static boolean isFrame(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
  }

  private static Segments frame(FileBytes bytes, int at) throws UnreadableImageException {
    int bits = bytes.u8(at + 2);
    if (bits != 8) {
      throw new UnreadableImageException("it is a JPEG file of " + bits + " bits a sample, not 8");
    }
    int components = bytes.u8(at + 7);
    if (components != 1 && components != 3 && components != 4) {
      throw new UnreadableImageException("the JPEG file has " + components + " components");
    }
    return new Segments(bytes.bigEndian(at + 5, 2), bytes.bigEndian(at + 3, 2), components, 0, 0);
  }
}
