package io.cerium.functions.catalog;

import org.apache.spark.sql.catalyst.expressions.UnsafeArrayData;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** Arrays of {@code int, long, float, double}: ARRAY. An array that holds a NULL is unknown. */
record NumbersType(Class<?> component) implements SparkType {
  @Override
  public DataType dataType() {
    return DataTypes.createArrayType(SparkTypes.of(component).dataType());
  }

  @Override
  public Object toJava(Object value, DataType type) {
    ArrayData array = (ArrayData) value;
    for (int i = 0; i < array.numElements(); i++) {
      if (array.isNullAt(i)) {
        return null;
      }
    }
    if (component == int.class) {
      return array.toIntArray();
    } else if (component == long.class) {
      return array.toLongArray();
    } else if (component == float.class) {
      return array.toFloatArray();
    }
    return array.toDoubleArray();
  }

  @Override
  public Object toCatalyst(Object value) {
    if (value instanceof int[] numbers) {
      return UnsafeArrayData.fromPrimitiveArray(numbers);
    } else if (value instanceof long[] numbers) {
      return UnsafeArrayData.fromPrimitiveArray(numbers);
    } else if (value instanceof float[] numbers) {
      return UnsafeArrayData.fromPrimitiveArray(numbers);
    }
    return UnsafeArrayData.fromPrimitiveArray((double[]) value);
  }
}
