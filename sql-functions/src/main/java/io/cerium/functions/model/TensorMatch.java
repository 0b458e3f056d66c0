package io.cerium.functions.model;

import io.cerium.engine.image.ImageLimits;
import io.cerium.engine.image.ImagePipeline;
import io.cerium.engine.model.TensorSpec;
import io.cerium.engine.tensor.ElementType;
import io.cerium.functions.catalog.ImageType;
import io.cerium.functions.spi.InputColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NullType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.UserDefinedType;

/** Finds out whether a value of SQL can fill a tensor, and how. */
final class TensorMatch {
  private static final String ML_VECTOR = "org.apache.spark.ml.linalg.VectorUDT";

  private final ModelOptions options;
  private final ImageLimits limits;
  private final List<InputColumn> columns = new ArrayList<>();

  TensorMatch(ModelOptions options, ImageLimits limits) {
    this.options = options;
    this.limits = limits;
  }

  /** The values that the feeds found so far read. */
  List<InputColumn> columns() {
    return List.copyOf(columns);
  }

  /** One value for one tensor; empty if it does not fit. */
  Optional<TensorFeed> feed(TensorSpec tensor, GivenValue given) {
    GivenValue value = given.type() instanceof NullType ? typedNull(tensor, given) : given;
    if (Preprocessing.accepts(tensor) && ImageType.INSTANCE.accepts(value.type())) {
      return Optional.of(picture(tensor, value));
    }
    Optional<TensorFeed> column =
        isOnePerRow(tensor) ? columns(tensor, List.of(value)) : Optional.empty();
    if (column.isPresent() || !takesArray(tensor)) {
      return column;
    }
    if (value.type() instanceof ArrayType array) {
      return elementType(tensor, array.elementType())
          .map(
              type ->
                  new TensorFeed.Elements(
                      tensor,
                      add(value, DataTypes.createArrayType(type)),
                      isNarrowed(tensor, type)));
    }
    if (value.type() instanceof UserDefinedType<?> udt
        && udt.getClass().getName().equals(ML_VECTOR)
        && tensor.type().isFloating()) {
      return Optional.of(new TensorFeed.MlVector(tensor, add(value, value.type())));
    }
    return Optional.empty();
  }

  /** Whether a row is a list of numbers, even if of one, whose count is known. */
  private static boolean takesArray(TensorSpec tensor) {
    return tensor.shape().rank() > 1
        && !tensor.shape().row().isDynamic()
        && tensor.type() != ElementType.STRING;
  }

  /** NULL alone has no type: it takes one that the tensor accepts. */
  private static GivenValue typedNull(TensorSpec tensor, GivenValue value) {
    DataType type =
        Preprocessing.accepts(tensor)
            ? DataTypes.BinaryType
            : switch (tensor.type()) {
              case BOOL -> DataTypes.BooleanType;
              case STRING -> DataTypes.StringType;
              default -> DataTypes.LongType;
            };
    boolean isArray = !Preprocessing.accepts(tensor) && !isOnePerRow(tensor);
    return new GivenValue(
        value.argument(),
        value.field(),
        value.name(),
        isArray ? DataTypes.createArrayType(type) : type);
  }

  /** Several values, one an element of the tensor's row; empty if they do not fit. */
  Optional<TensorFeed> columns(TensorSpec tensor, List<GivenValue> values) {
    if (tensor.shape().row().isDynamic() || tensor.shape().row().elements() != values.size()) {
      return Optional.empty();
    }
    List<Optional<DataType>> types =
        values.stream().map(value -> elementType(tensor, value.type())).toList();
    if (types.stream().anyMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    List<Integer> inputs = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      inputs.add(add(values.get(i), types.get(i).orElseThrow()));
    }
    return Optional.of(
        tensor.type() == ElementType.STRING
            ? new TensorFeed.Text(tensor, inputs.get(0))
            : new TensorFeed.Columns(
                tensor,
                inputs,
                types.stream().map(type -> isNarrowed(tensor, type.orElseThrow())).toList()));
  }

  private TensorFeed picture(TensorSpec tensor, GivenValue value) {
    Preprocessing preprocessing = options.preprocessing(tensor);
    boolean encoded = value.type() instanceof BinaryType;
    ImagePipeline pipeline =
        new ImagePipeline(encoded ? preprocessing.recipe() : preprocessing.forPixels(), limits);
    return new TensorFeed.Picture(
        tensor, add(value, value.type()), encoded, pipeline, preprocessing.format());
  }

  private int add(GivenValue value, DataType type) {
    columns.add(new InputColumn(value.argument(), value.field(), type));
    return columns.size() - 1;
  }

  private static boolean isNarrowed(TensorSpec tensor, DataType read) {
    return read.equals(DataTypes.DoubleType) && tensor.type() != ElementType.DOUBLE;
  }

  /**
   * What a value of {@code given} is cast to before it is written into the tensor. A DOUBLE stays
   * one: a cast would make an infinity of what a FLOAT does not hold. All other numbers fit into
   * its range.
   */
  private static Optional<DataType> elementType(TensorSpec tensor, DataType given) {
    DataType wanted =
        switch (tensor.type()) {
          case FLOAT, FLOAT16, BFLOAT16 ->
              given.equals(DataTypes.DoubleType)
                  ? DataTypes.DoubleType
                  : isNumber(given) ? DataTypes.FloatType : null;
          case DOUBLE -> isNumber(given) ? DataTypes.DoubleType : null;
          case BOOL ->
              given instanceof BooleanType || given instanceof NullType
                  ? DataTypes.BooleanType
                  : null;
          case STRING ->
              given instanceof StringType || given instanceof NullType
                  ? DataTypes.StringType
                  : null;
          default -> isWhole(given) ? DataTypes.LongType : null;
        };
    return Optional.ofNullable(wanted);
  }

  /** Whether a value of the type can be one element of the tensor's row. */
  static boolean isElement(TensorSpec tensor, DataType type) {
    return elementType(tensor, type).isPresent();
  }

  /** Whether a row of the tensor has several values, of a number that is known, and no picture. */
  static boolean isRowOfColumns(TensorSpec tensor) {
    return !Preprocessing.accepts(tensor)
        && !tensor.shape().row().isDynamic()
        && tensor.shape().row().elements() > 1;
  }

  /** Whether a text is given for a picture. */
  static boolean isPath(TensorSpec tensor, GivenValue value) {
    return Preprocessing.accepts(tensor) && value.type() instanceof StringType;
  }

  private static boolean isNumber(DataType type) {
    return type instanceof NumericType || type instanceof NullType;
  }

  private static boolean isWhole(DataType type) {
    return type instanceof NullType
        || type.equals(DataTypes.ByteType)
        || type.equals(DataTypes.ShortType)
        || type.equals(DataTypes.IntegerType)
        || type.equals(DataTypes.LongType);
  }

  private static boolean isOnePerRow(TensorSpec tensor) {
    return !tensor.shape().row().isDynamic() && tensor.shape().row().elements() == 1;
  }

  /** As a user would declare the values of this tensor. */
  String describe(TensorSpec tensor) {
    String element =
        switch (tensor.type()) {
          case FLOAT, FLOAT16, BFLOAT16 -> "FLOAT";
          case DOUBLE -> "DOUBLE";
          case BOOL -> "BOOLEAN";
          case STRING -> "STRING";
          case INT8 -> "TINYINT";
          case UINT8, INT16 -> "SMALLINT";
          case UINT16, INT32 -> "INT";
          default -> "BIGINT";
        };
    if (Preprocessing.accepts(tensor)) {
      String picture = tensor.name() + " an image (BINARY or image struct)";
      return takesArray(tensor) ? picture + " or ARRAY<" + element + ">" : picture;
    }
    if (tensor.shape().row().isDynamic()) {
      return tensor.toString();
    }
    return tensor.name()
        + (isOnePerRow(tensor)
            ? " " + element
            : " ARRAY<" + element + "> of shape " + tensor.shape().row());
  }
}
