package io.cerium.engine.image;

/** The formats that images are written in. */
public enum ImageFormat {
  JPEG,
  PNG,
  WEBP
}
