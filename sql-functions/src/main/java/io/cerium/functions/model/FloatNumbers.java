package io.cerium.functions.model;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.engine.model.TensorSpec;
import java.nio.ByteBuffer;

/** Writes a floating number in the width that a tensor has; a finite one stays finite. */
final class FloatNumbers {
  private FloatNumbers() {}

  /** A wider number, rounded. */
  static void put(TensorSpec tensor, double value, ByteBuffer slice) {
    float narrow = (float) value;
    requireFinite(tensor, value, narrow);
    put(tensor, narrow, slice);
  }

  static void put(TensorSpec tensor, float value, ByteBuffer slice) {
    switch (tensor.type()) {
      case FLOAT -> slice.putFloat(value);
      case FLOAT16 -> {
        short half = HalfPrecision.toHalf(value);
        requireFinite(tensor, value, HalfPrecision.toFloat(half));
        slice.putShort(half);
      }
      case BFLOAT16 -> {
        short brain = HalfPrecision.toBrain(value);
        requireFinite(tensor, value, HalfPrecision.fromBrain(brain));
        slice.putShort(brain);
      }
      default -> throw new IllegalStateException(tensor + " holds no floating numbers");
    }
  }

  /** With the digits that it was given with. */
  private static String text(double value) {
    float narrow = (float) value;
    return narrow == value ? Float.toString(narrow) : Double.toString(value);
  }

  private static void requireFinite(TensorSpec tensor, double value, float written) {
    if (Double.isFinite(value) && Float.isInfinite(written)) {
      throw CeriumException.of(
          ErrorCode.MODEL_INPUT_INVALID,
          "input",
          tensor.name(),
          "problem",
          "is " + text(value) + ", more than its " + tensor.type() + " holds");
    }
  }
}
