package io.cerium.engine.image;

/**
 * What the first bytes of a file promise.
 *
 * @param width of the stored pixels, before any turn
 * @param height of the stored pixels, before any turn
 * @param channels that decoding gives: 1, 3 or 4
 * @param orientation by EXIF, 1 to 8
 * @param premultiplied whether decoding gives colours that are multiplied by alpha
 */
record ImageHeader(
    FileFormat format,
    int width,
    int height,
    int channels,
    int orientation,
    boolean premultiplied) {

  /** Checks what no decoder should have to: a file's numbers are not to be trusted. */
  static ImageHeader of(FileFormat format, long width, long height, int channels, int orientation)
      throws UnreadableImageException {
    if (width < 1 || height < 1 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
      throw new UnreadableImageException("its header says " + width + " x " + height + " pixels");
    }
    int known = orientation >= 1 && orientation <= 8 ? orientation : 1;
    return new ImageHeader(format, (int) width, (int) height, channels, known, false);
  }

  /** Reads the header of a file of any format that is known. */
  static ImageHeader read(FileBytes bytes) throws UnreadableImageException {
    return FileFormat.of(bytes).read(bytes);
  }

  ImageHeader asPremultiplied() {
    return new ImageHeader(format, width, height, channels, orientation, true);
  }

  /** Whether the upright picture is the stored one turned by a quarter. */
  boolean isLyingDown() {
    return orientation >= 5;
  }
}
