package io.cerium.functions.model;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.engine.model.TensorSpec;
import io.cerium.engine.tensor.ElementType;
import io.cerium.engine.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Reads a row of a tensor as a value of SQL: a row of shape [] or [1] is a scalar, any other an
 * array in row-major order. No whole number passes through a floating one.
 */
final class TensorValues {
  private TensorValues() {}

  static DataType dataType(TensorSpec tensor) {
    DataType element = elementType(tensor.type());
    return isScalar(tensor) ? element : DataTypes.createArrayType(element, false);
  }

  static boolean isScalar(TensorSpec tensor) {
    return tensor.shape().rank() <= 1
        || !tensor.shape().row().isDynamic() && tensor.shape().row().elements() == 1;
  }

  static DataType elementType(ElementType type) {
    return switch (type) {
      case FLOAT16, BFLOAT16, FLOAT -> DataTypes.FloatType;
      case DOUBLE -> DataTypes.DoubleType;
      case BOOL -> DataTypes.BooleanType;
      case STRING -> DataTypes.StringType;
      case INT8, UINT8, INT16, UINT16, INT32 -> DataTypes.IntegerType;
      case UINT32, INT64, UINT64 -> DataTypes.LongType;
    };
  }

  /** Those whose values may be refused: SQL has no type as wide as UINT64. */
  static Set<TensorSpec> checks(List<TensorSpec> tensors) {
    return tensors.stream()
        .filter(tensor -> tensor.type() == ElementType.UINT64)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The Catalyst value of one row, without memory shared with the tensor. */
  static Object read(TensorSpec spec, Tensor tensor, int row) {
    int elements = tensor.rowElements();
    if (tensor.type() == ElementType.STRING) {
      return readStrings(spec, tensor.strings(), row * elements, elements);
    }
    ByteBuffer data = tensor.row(row);
    if (isScalar(spec)) {
      return element(spec, data);
    }
    return switch (tensor.type()) {
      case FLOAT -> ArrayData.toArrayData(floats(tensor, row));
      case DOUBLE -> ArrayData.toArrayData(doubles(tensor, row));
      case INT64 -> {
        long[] values = new long[elements];
        data.asLongBuffer().get(values);
        yield ArrayData.toArrayData(values);
      }
      default -> {
        Object[] values = new Object[elements];
        for (int i = 0; i < elements; i++) {
          values[i] = element(spec, data);
        }
        yield new GenericArrayData(values);
      }
    };
  }

  private static Object readStrings(TensorSpec spec, String[] strings, int from, int elements) {
    if (isScalar(spec)) {
      return UTF8String.fromString(strings[from]);
    }
    Object[] values = new Object[elements];
    for (int i = 0; i < elements; i++) {
      values[i] = UTF8String.fromString(strings[from + i]);
    }
    return new GenericArrayData(values);
  }

  private static Object element(TensorSpec spec, ByteBuffer data) {
    return switch (spec.type()) {
      case FLOAT -> data.getFloat();
      case DOUBLE -> data.getDouble();
      case FLOAT16, BFLOAT16 -> half(spec.type(), data);
      case BOOL -> data.get() != 0;
      case INT8 -> (int) data.get();
      case UINT8 -> data.get() & 0xFF;
      case INT16 -> (int) data.getShort();
      case UINT16 -> data.getShort() & 0xFFFF;
      case INT32 -> data.getInt();
      case UINT32 -> data.getInt() & 0xFFFF_FFFFL;
      case INT64 -> data.getLong();
      case UINT64 -> unsigned(spec, data.getLong());
      case STRING -> throw new IllegalStateException("text is not held in a buffer");
    };
  }

  private static float half(ElementType type, ByteBuffer data) {
    return switch (type) {
      case FLOAT16 -> HalfPrecision.toFloat(data.getShort());
      case BFLOAT16 -> HalfPrecision.fromBrain(data.getShort());
      default -> throw new IllegalStateException(type + " has not the half of a float's bits");
    };
  }

  private static long unsigned(TensorSpec spec, long bits) {
    if (bits < 0) {
      throw CeriumException.of(
          ErrorCode.MODEL_OUTPUT_INVALID,
          "output",
          spec.name(),
          "problem",
          "is " + Long.toUnsignedString(bits) + ", more than a BIGINT holds, for this row");
    }
    return bits;
  }

  /** A row of floating numbers of any width, widened to double. */
  static double[] doubles(Tensor tensor, int row) {
    ByteBuffer data = tensor.row(row);
    double[] values = new double[tensor.rowElements()];
    if (tensor.type() == ElementType.DOUBLE) {
      data.asDoubleBuffer().get(values);
      return values;
    }
    if (tensor.type() == ElementType.FLOAT) {
      FloatBuffer floats = data.asFloatBuffer();
      for (int i = 0; i < values.length; i++) {
        values[i] = floats.get(i);
      }
      return values;
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = half(tensor.type(), data);
    }
    return values;
  }

  private static float[] floats(Tensor tensor, int row) {
    float[] values = new float[tensor.rowElements()];
    tensor.row(row).asFloatBuffer().get(values);
    return values;
  }
}
