package io.cerium.engine.image;

/** How pixels are found between those that there are. */
public enum Interpolation {
  /** {@link #AREA} when shrinking, {@link #LINEAR} when a side grows. */
  AUTO,
  AREA,
  NEAREST,
  LINEAR,
  CUBIC,
  LANCZOS
}
