package io.cerium.functions.catalog;

import io.cerium.engine.image.Image;
import io.cerium.engine.image.Pixels;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;

/**
 * The one table from Java types to Spark types, for the parameters and results of functions:
 *
 * <ul>
 *   <li>{@code int, long, float, double, boolean, String, byte[], Instant}: INT, BIGINT, FLOAT,
 *       DOUBLE, BOOLEAN, STRING, BINARY, TIMESTAMP;
 *   <li>enums: STRING, the names of their constants in lower case;
 *   <li>{@code List<T>} and arrays of the numeric types: ARRAY;
 *   <li>{@code Map<K, V>}: MAP;
 *   <li>records: STRUCT, its fields named after the components in snake_case;
 *   <li>{@link Image}: BINARY or Spark's image struct; {@link Pixels}: the image struct.
 * </ul>
 */
public final class SparkTypes {
  private SparkTypes() {}

  /**
   * The type that stands for a Java type.
   *
   * @throws IllegalArgumentException if none does
   */
  public static SparkType of(Type type) {
    if (type instanceof Class<?> javaClass) {
      return ofClass(javaClass);
    }
    if (type instanceof ParameterizedType generic) {
      Type[] parameters = generic.getActualTypeArguments();
      if (generic.getRawType() == List.class) {
        return new ListType(of(parameters[0]));
      }
      if (generic.getRawType() == Map.class) {
        return new MapType(of(parameters[0]), of(parameters[1]));
      }
    }
    throw unknown(type);
  }

  private static SparkType ofClass(Class<?> javaClass) {
    for (BasicType basic : BasicType.values()) {
      if (basic.isOf(javaClass)) {
        return basic;
      }
    }
    if (javaClass == Image.class || javaClass == Pixels.class) {
      return ImageType.INSTANCE;
    }
    if (javaClass.isEnum()) {
      return new EnumType(javaClass);
    }
    if (javaClass.isArray() && javaClass.getComponentType().isPrimitive()) {
      return new NumbersType(javaClass.getComponentType());
    }
    if (javaClass.isRecord()) {
      return RecordType.of(javaClass);
    }
    throw unknown(javaClass);
  }

  private static IllegalArgumentException unknown(Type type) {
    return new IllegalArgumentException("no Spark type stands for " + type.getTypeName());
  }
}
