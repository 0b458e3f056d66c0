package io.cerium.shell;

import io.cerium.catalyst.ui.IntervalText;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DayTimeIntervalType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.YearMonthIntervalType;

/**
 * Turns the values of Spark's rows into Java's own lists, maps and times, all the way down.
 * Intervals become their text: only their type tells the fields that it has.
 */
final class PlainValue {
  private PlainValue() {}

  /** The values of a row; NULL is null. */
  static StructValue ofRow(Row row, StructType type) {
    StructField[] fields = type.fields();
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < fields.length; i++) {
      values.add(of(row.get(i), fields[i].dataType()));
    }
    return new StructValue(Arrays.asList(type.fieldNames()), values);
  }

  private static Object of(Object value, DataType type) {
    if (value == null) {
      return null;
    }
    // Only a row hands its collections out as Java's.
    if (type instanceof ArrayType array) {
      return RowFactory.create(value).<Object>getList(0).stream()
          .collect(
              ArrayList::new,
              (list, element) -> list.add(of(element, array.elementType())),
              List::addAll);
    }
    if (type instanceof MapType map) {
      Map<Object, Object> plain = new LinkedHashMap<>();
      RowFactory.create(value)
          .getJavaMap(0)
          .forEach((k, v) -> plain.put(of(k, map.keyType()), of(v, map.valueType())));
      return plain;
    }
    if (type instanceof StructType struct) {
      return ofRow((Row) value, struct);
    }
    if (type instanceof DayTimeIntervalType fields) {
      return IntervalText.of((Duration) value, fields);
    }
    if (type instanceof YearMonthIntervalType fields) {
      return IntervalText.of((Period) value, fields);
    }
    if (value instanceof Timestamp timestamp) {
      return timestamp.toInstant();
    }
    return value instanceof Date date ? date.toLocalDate() : value;
  }
}
