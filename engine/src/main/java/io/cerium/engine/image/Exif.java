package io.cerium.engine.image;

/** EXIF data (CIPA DC-008): a TIFF structure inside of other files. */
final class Exif {
  private static final int ORIENTATION = 0x0112;

  private Exif() {}

  /**
   * The orientation, or 1: damaged EXIF data spoils no picture.
   *
   * @param start of the TIFF structure
   * @param end behind its last byte
   */
  static int orientation(FileBytes bytes, long start, long end) {
    try {
      long value = TiffDirectory.read(bytes, start, end).findValue(ORIENTATION).orElse(1L);
      return value >= 1 && value <= 8 ? (int) value : 1;
    } catch (UnreadableImageException e) {
      return 1;
    }
  }
}
