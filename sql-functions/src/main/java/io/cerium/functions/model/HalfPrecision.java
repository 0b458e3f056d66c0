package io.cerium.functions.model;

/** IEEE 754 binary16, which Java 17 does not know. */
final class HalfPrecision {
  private static final int BIAS_DIFFERENCE = 127 - 15;

  private HalfPrecision() {}

  /** Exact: every half is a float. */
  static float toFloat(short half) {
    int sign = (half & 0x8000) << 16;
    int exponent = half >> 10 & 0x1F;
    int fraction = half & 0x3FF;
    if (exponent == 0) {
      // Subnormal: the fraction counts units of 2^-24.
      float magnitude = fraction * 0x1p-24f;
      return sign == 0 ? magnitude : -magnitude;
    }
    int wide = exponent == 0x1F ? 0xFF : exponent + BIAS_DIFFERENCE;
    return Float.intBitsToFloat(sign | wide << 23 | fraction << 13);
  }
}
