package io.cerium.functions.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.util.ArrayBasedMapData;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.MapData;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** Maps: MAP, in the order of the entries. NULL values stay null. */
record MapType(SparkType key, SparkType value) implements SparkType {
  @Override
  public DataType dataType() {
    return DataTypes.createMapType(key.dataType(), value.dataType());
  }

  @Override
  public Object toJava(Object map, DataType type) {
    var types = (org.apache.spark.sql.types.MapType) type;
    List<?> keys = toList(key, ((MapData) map).keyArray(), types.keyType());
    List<?> values = toList(value, ((MapData) map).valueArray(), types.valueType());
    Map<Object, Object> entries = new LinkedHashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      entries.put(keys.get(i), values.get(i));
    }
    return entries;
  }

  private static List<?> toList(SparkType element, ArrayData array, DataType type) {
    return (List<?>) new ListType(element).toJava(array, DataTypes.createArrayType(type));
  }

  @Override
  public Object toCatalyst(Object map) {
    Map<?, ?> entries = (Map<?, ?>) map;
    return new ArrayBasedMapData(
        (ArrayData) new ListType(key).toCatalyst(List.copyOf(entries.keySet())),
        (ArrayData) new ListType(value).toCatalyst(new java.util.ArrayList<>(entries.values())));
  }
}
