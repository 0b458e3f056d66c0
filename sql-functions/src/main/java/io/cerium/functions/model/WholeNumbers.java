package io.cerium.functions.model;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.engine.model.TensorSpec;
import java.nio.ByteBuffer;

/** Writes a whole number in the width that a tensor has; one that does not fit is an error. */
final class WholeNumbers {
  private WholeNumbers() {}

  static void put(TensorSpec tensor, long value, ByteBuffer slice) {
    switch (tensor.type()) {
      case INT8 -> slice.put((byte) within(tensor, value, Byte.MIN_VALUE, Byte.MAX_VALUE));
      case UINT8 -> slice.put((byte) within(tensor, value, 0, 0xFF));
      case INT16 -> slice.putShort((short) within(tensor, value, Short.MIN_VALUE, Short.MAX_VALUE));
      case UINT16 -> slice.putShort((short) within(tensor, value, 0, 0xFFFF));
      case INT32 -> slice.putInt((int) within(tensor, value, Integer.MIN_VALUE, Integer.MAX_VALUE));
      case UINT32 -> slice.putInt((int) within(tensor, value, 0, 0xFFFF_FFFFL));
      case INT64 -> slice.putLong(value);
      case UINT64 -> slice.putLong(within(tensor, value, 0, Long.MAX_VALUE));
      default -> throw new IllegalStateException(tensor + " holds no whole numbers");
    }
  }

  private static long within(TensorSpec tensor, long value, long least, long most) {
    if (value < least || value > most) {
      throw CeriumException.of(
          ErrorCode.MODEL_INPUT_INVALID,
          "input",
          tensor.name(),
          "problem",
          "is " + value + ", outside of " + least + " to " + most);
    }
    return value;
  }
}
