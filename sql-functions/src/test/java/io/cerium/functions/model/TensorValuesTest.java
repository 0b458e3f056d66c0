package io.cerium.functions.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerium.engine.model.TensorSpec;
import io.cerium.engine.tensor.ElementType;
import io.cerium.engine.tensor.Shape;
import io.cerium.engine.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TensorValuesTest {
  private static ByteBuffer direct(int bytes) {
    return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
  }

  @Test
  void passesNoWholeNumberThroughAFraction() {
    long large = (1L << 53) + 1;
    ByteBuffer data = direct(16).putLong(7).putLong(large).flip();
    TensorSpec spec = new TensorSpec("n", ElementType.INT64, Shape.of(-1, 1));
    try (Tensor tensor = Tensor.of(ElementType.INT64, Shape.of(2, 1), data, () -> {})) {
      assertThat(TensorValues.read(spec, tensor, 1)).isEqualTo(large);
    }
  }

  @Test
  void readsUnsignedNumbersAsTheyAre() {
    ByteBuffer data = direct(4).putInt(-1).flip();
    TensorSpec spec = new TensorSpec("n", ElementType.UINT32, Shape.of(-1));
    try (Tensor tensor = Tensor.of(ElementType.UINT32, Shape.of(1), data, () -> {})) {
      assertThat(TensorValues.read(spec, tensor, 0)).isEqualTo(4294967295L);
    }
  }

  @Test
  void readsARowOfSeveralAsAnArray() {
    ByteBuffer data = direct(16).putFloat(1).putFloat(2).putFloat(3).putFloat(4).flip();
    TensorSpec spec = new TensorSpec("v", ElementType.FLOAT, Shape.of(-1, 2));
    try (Tensor tensor = Tensor.of(ElementType.FLOAT, Shape.of(2, 2), data, () -> {})) {
      assertThat(((ArrayData) TensorValues.read(spec, tensor, 1)).toFloatArray())
          .containsExactly(3, 4);
    }
  }

  @Test
  void readsText() {
    TensorSpec spec = new TensorSpec("t", ElementType.STRING, Shape.of(-1, 1));
    try (Tensor tensor = Tensor.ofStrings(Shape.of(2, 1), new String[] {"a", "ä"})) {
      assertThat(TensorValues.read(spec, tensor, 1)).isEqualTo(UTF8String.fromString("ä"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0x3C00, 1.0", "0xC000, -2.0", "0x7BFF, 65504.0", "0x0001, 5.9604645E-8",
    "0x0400, 6.1035156E-5", "0x7C00, Infinity", "0xFC00, -Infinity", "0x8000, -0.0"
  })
  void widensHalves(String bits, float expected) {
    assertThat(HalfPrecision.toFloat((short) Integer.decode(bits).intValue())).isEqualTo(expected);
  }

  @Test
  void keepsNotANumber() {
    assertThat(HalfPrecision.toFloat((short) 0x7E00)).isNaN();
    assertThat(HalfPrecision.toFloat(HalfPrecision.toHalf(Float.NaN))).isNaN();
    assertThat(HalfPrecision.fromBrain(HalfPrecision.toBrain(Float.NaN))).isNaN();
  }

  @Test
  void roundsToTheNearestHalfTiesToEven() {
    for (int bits = 0; bits < 0x7C00; bits++) {
      short half = (short) bits;
      float value = HalfPrecision.toFloat(half);
      assertThat(HalfPrecision.toHalf(value)).isEqualTo(half);
      assertThat(HalfPrecision.toHalf(-value)).isEqualTo((short) (bits | 0x8000));
      // In the middle between this half and the next, and just beside it.
      float middle =
          (value + (bits == 0x7BFF ? 65536 : HalfPrecision.toFloat((short) (bits + 1)))) / 2;
      assertThat(HalfPrecision.toHalf(middle)).isEqualTo((short) (bits + (bits & 1)));
      assertThat(HalfPrecision.toHalf(Math.nextDown(middle))).isEqualTo(half);
      assertThat(HalfPrecision.toHalf(Math.nextUp(middle))).isEqualTo((short) (bits + 1));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1.0, 0x3F80",
    "-2.5, 0xC020",
    // 1 + 2^-8 lies between two: to the even one; a little more, to the next.
    "1.00390625, 0x3F80",
    "1.0039064, 0x3F81",
    "1.01171875, 0x3F82",
    "3.4e38, 0x7F80",
    "-Infinity, 0xFF80"
  })
  void roundsToTheNearestBrain(float value, String bits) {
    assertThat(HalfPrecision.toBrain(value)).isEqualTo((short) Integer.decode(bits).intValue());
  }

  @ParameterizedTest
  @CsvSource({
    "INT8, 127, 128",
    "UINT8, 255, -1",
    "INT16, -32768, 32768",
    "UINT16, 65535, 65536",
    "INT32, 2147483647, 2147483648",
    "UINT32, 4294967295, -1",
    "UINT64, 1, -1"
  })
  void refusesAWholeNumberThatDoesNotFit(ElementType type, long fits, long not) {
    TensorSpec spec = new TensorSpec("n", type, Shape.of(-1));
    ByteBuffer slice = direct(type.bytes());

    WholeNumbers.put(spec, fits, slice);
    assertThat(slice.remaining()).isZero();
    assertThatThrownBy(() -> WholeNumbers.put(spec, not, slice.rewind()))
        .hasMessageContaining("[MODEL_INPUT_INVALID]")
        .hasMessageContaining("is " + not + ", outside of");
  }
}
