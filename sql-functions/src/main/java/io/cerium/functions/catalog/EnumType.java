package io.cerium.functions.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;

/** Enums: STRING, the constants' names in lower case, taken in any letter case. */
record EnumType(Class<?> javaClass) implements SparkType {
  @Override
  public DataType dataType() {
    return DataTypes.StringType;
  }

  @Override
  public List<String> candidates() {
    return Arrays.stream(javaClass.getEnumConstants()).map(EnumType::name).toList();
  }

  @Override
  public Object toJava(Object value, DataType type) {
    String text = value.toString().strip().toLowerCase(Locale.ROOT);
    for (Object constant : javaClass.getEnumConstants()) {
      if (name(constant).equals(text)) {
        return constant;
      }
    }
    throw new IllegalArgumentException("'" + value + "' is none of " + candidates());
  }

  @Override
  public Object toCatalyst(Object value) {
    return UTF8String.fromString(name(value));
  }

  private static String name(Object constant) {
    return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
  }
}
