package io.cerium.functions.catalog;

import java.time.Instant;
import org.apache.spark.sql.catalyst.util.DateTimeUtils;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;

/** The types of one value. */
enum BasicType implements SparkType {
  INT(DataTypes.IntegerType, int.class, Integer.class),
  LONG(DataTypes.LongType, long.class, Long.class),
  FLOAT(DataTypes.FloatType, float.class, Float.class),
  DOUBLE(DataTypes.DoubleType, double.class, Double.class),
  BOOLEAN(DataTypes.BooleanType, boolean.class, Boolean.class),
  BINARY(DataTypes.BinaryType, byte[].class, byte[].class),
  STRING(DataTypes.StringType, String.class, String.class) {
    @Override
    public Object toJava(Object value, DataType type) {
      return value.toString();
    }

    @Override
    public Object toCatalyst(Object value) {
      return UTF8String.fromString((String) value);
    }
  },
  TIMESTAMP(DataTypes.TimestampType, Instant.class, Instant.class) {
    @Override
    public Object toJava(Object value, DataType type) {
      return DateTimeUtils.microsToInstant((Long) value);
    }

    @Override
    public Object toCatalyst(Object value) {
      return DateTimeUtils.instantToMicros((Instant) value);
    }
  };

  private final DataType dataType;
  private final Class<?> javaType;
  private final Class<?> boxedType;

  BasicType(DataType dataType, Class<?> javaType, Class<?> boxedType) {
    this.dataType = dataType;
    this.javaType = javaType;
    this.boxedType = boxedType;
  }

  boolean isOf(Class<?> type) {
    return type == javaType || type == boxedType;
  }

  @Override
  public DataType dataType() {
    return dataType;
  }

  @Override
  public Object toJava(Object value, DataType type) {
    return value;
  }

  @Override
  public Object toCatalyst(Object value) {
    return value;
  }
}
