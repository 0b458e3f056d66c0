package io.cerium.functions.catalog;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Records: STRUCT, one field a component; null components are NULL fields. */
record RecordType(Class<?> javaClass, StructType dataType, List<SparkType> fields)
    implements SparkType {

  static RecordType of(Class<?> javaClass) {
    List<StructField> structFields = new ArrayList<>();
    List<SparkType> fields = new ArrayList<>();
    for (RecordComponent component : javaClass.getRecordComponents()) {
      SparkType type = SparkTypes.of(component.getGenericType());
      fields.add(type);
      structFields.add(
          DataTypes.createStructField(
              component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT),
              type.dataType(),
              !component.getType().isPrimitive()));
    }
    return new RecordType(javaClass, DataTypes.createStructType(structFields), List.copyOf(fields));
  }

  @Override
  public Object toJava(Object value, DataType type) {
    InternalRow row = (InternalRow) value;
    RecordComponent[] components = javaClass.getRecordComponents();
    Class<?>[] parameters = new Class<?>[components.length];
    Object[] arguments = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      DataType fieldType = ((StructType) type).fields()[i].dataType();
      parameters[i] = components[i].getType();
      arguments[i] =
          row.isNullAt(i) ? null : fields.get(i).toJava(row.get(i, fieldType), fieldType);
      if (arguments[i] == null && parameters[i].isPrimitive()) {
        return null;
      }
    }
    try {
      return javaClass.getDeclaredConstructor(parameters).newInstance(arguments);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a record cannot be made: " + javaClass.getName(), e);
    }
  }

  @Override
  public Object toCatalyst(Object value) {
    RecordComponent[] components = javaClass.getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < values.length; i++) {
      Object component = read(components[i], value);
      values[i] = component == null ? null : fields.get(i).toCatalyst(component);
    }
    return new GenericInternalRow(values);
  }

  private static Object read(RecordComponent component, Object value) {
    try {
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a record cannot be read: " + component, e);
    }
  }
}
