package io.cerium.engine.image;

/**
 * What an image's header tells; sizes are those of the upright picture.
 *
 * @param format {@code jpeg}, {@code png}, {@code webp}, {@code gif}, {@code bmp}, {@code tiff}, or
 *     null for pixels
 * @param orientation the EXIF orientation, 1 to 8, 1 where there is none
 */
public record ImageInfo(String format, int width, int height, int channels, int orientation) {
  /**
   * Reads the header only.
   *
   * @throws io.cerium.engine.error.CeriumException if the bytes are no image
   */
  public static ImageInfo of(Image image) {
    if (image instanceof Pixels pixels) {
      return new ImageInfo(null, pixels.width(), pixels.height(), pixels.channels(), 1);
    }
    byte[] bytes = ((EncodedImage) image).bytes();
    try {
      ImageHeader header = ImageHeader.read(new FileBytes(bytes));
      boolean lying = header.isLyingDown();
      return new ImageInfo(
          header.format().sqlName(),
          lying ? header.height() : header.width(),
          lying ? header.width() : header.height(),
          header.channels(),
          header.orientation());
    } catch (UnreadableImageException e) {
      throw e.about(bytes);
    }
  }
}
