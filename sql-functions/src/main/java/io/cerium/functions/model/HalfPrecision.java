package io.cerium.functions.model;

/**
 * The floating numbers of 16 bits, which Java 17 does not know: IEEE 754 binary16, and bfloat16,
 * which is the upper half of a float. Numbers are rounded to the nearest, ties to even.
 */
final class HalfPrecision {
  private static final int BIAS_DIFFERENCE = 127 - 15;

  /** From here on the nearest half is infinity. */
  private static final float INFINITE = 65520;

  private static final float LEAST_NORMAL = 0x1p-14f;

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

  static short toHalf(float value) {
    int bits = Float.floatToIntBits(value);
    int sign = bits >>> 16 & 0x8000;
    float magnitude = Math.abs(value);
    int half;
    if (Float.isNaN(value)) {
      half = 0x7E00;
    } else if (magnitude >= INFINITE) {
      half = 0x7C00;
    } else if (magnitude < LEAST_NORMAL) {
      half = (int) Math.rint(magnitude * 0x1p24);
    } else {
      half = (roundedAway(bits, 13) & 0x7FFF_FFFF) - (BIAS_DIFFERENCE << 23) >>> 13;
    }
    return (short) (sign | half);
  }

  static float fromBrain(short brain) {
    return Float.intBitsToFloat(brain << 16);
  }

  static short toBrain(float value) {
    int bits = Float.floatToIntBits(value);
    return (short) ((Float.isNaN(value) ? bits : roundedAway(bits, 16)) >>> 16);
  }

  /** So that cutting the last bits off is rounding. */
  private static int roundedAway(int bits, int cut) {
    int lastKept = bits >>> cut & 1;
    return bits + (1 << cut - 1) - 1 + lastKept;
  }
}
