package io.cerium.engine.image;

/**
 * A decoded picture, upright.
 *
 * @param width in pixels
 * @param height in pixels
 * @param channels 1 (grey), 3 (BGR) or 4 (BGRA)
 * @param data height x width x channels bytes, row by row, channels interleaved; shared
 */
public record Pixels(int width, int height, int channels, byte[] data) implements Image {
  public Pixels {
    if ((long) width * height * channels != data.length) {
      throw new IllegalArgumentException(
          width + " x " + height + " x " + channels + " pixels in " + data.length + " bytes");
    }
  }
}
