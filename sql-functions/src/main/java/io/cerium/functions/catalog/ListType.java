package io.cerium.functions.catalog;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** Lists: ARRAY. NULL elements stay null. */
record ListType(SparkType element) implements SparkType {
  @Override
  public DataType dataType() {
    return DataTypes.createArrayType(element.dataType());
  }

  @Override
  public Object toJava(Object value, DataType type) {
    DataType elementType = ((ArrayType) type).elementType();
    ArrayData array = (ArrayData) value;
    List<Object> list = new ArrayList<>(array.numElements());
    for (int i = 0; i < array.numElements(); i++) {
      list.add(array.isNullAt(i) ? null : element.toJava(array.get(i, elementType), elementType));
    }
    return list;
  }

  @Override
  public Object toCatalyst(Object value) {
    List<?> list = (List<?>) value;
    Object[] elements = new Object[list.size()];
    for (int i = 0; i < elements.length; i++) {
      elements[i] = list.get(i) == null ? null : element.toCatalyst(list.get(i));
    }
    return new GenericArrayData(elements);
  }
}
