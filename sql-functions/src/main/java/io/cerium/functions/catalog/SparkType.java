package io.cerium.functions.catalog;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.catalyst.types.DataTypeUtils;
import org.apache.spark.sql.types.DataType;

/**
 * One Java type as SQL sees it. Immutable, safe for all threads. Values are never null: a NULL does
 * not get here.
 */
public interface SparkType extends Serializable {
  /** What a value of the Java type becomes, and what arguments are cast to. */
  DataType dataType();

  /** What is asked for, in words for messages and documentation: {@code INT}. */
  default String text() {
    return dataType().sql();
  }

  /** Whether values of this type are taken without a cast. */
  default boolean accepts(DataType type) {
    return DataTypeUtils.equalsIgnoreCaseAndNullability(type, dataType());
  }

  /**
   * From Catalyst's value to Java's.
   *
   * @param value of {@code type}, which this type accepts
   * @return null if a NULL inside makes the whole value unknown
   * @throws IllegalArgumentException if the value is none of the {@link #candidates}
   */
  Object toJava(Object value, DataType type);

  /** The values that there are, where they can be counted; else empty. */
  default List<String> candidates() {
    return List.of();
  }

  /** From Java's value to Catalyst's, of {@link #dataType}. */
  Object toCatalyst(Object value);
}
