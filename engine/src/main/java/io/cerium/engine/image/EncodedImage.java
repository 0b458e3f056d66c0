package io.cerium.engine.image;

/**
 * The bytes of an image file, not yet looked at.
 *
 * <p>JPEG, PNG, WebP, GIF, BMP and TIFF are read, of animations and pages the first (of an animated
 * PNG its default picture). The picture comes upright by its EXIF orientation. Grey stays 1
 * channel, alpha makes 4, everything else, palettes and CMYK too, becomes 3; 16 bits a sample
 * become 8. Colour profiles are not applied. A file that is cut off is an error; what stands behind
 * a picture's end is not looked at.
 *
 * @param bytes shared, never written
 */
public record EncodedImage(byte[] bytes) implements Image {}
