package io.cerium.functions.catalyst;

import io.cerium.functions.catalog.Argument;
import io.cerium.functions.catalog.FunctionDescriptor;
import io.cerium.functions.catalog.ImageType;
import java.util.Map;
import org.apache.spark.sql.catalyst.analysis.TypeCheckResult;
import org.apache.spark.sql.catalyst.expressions.ExpectsInputTypes;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** Spark's error for an argument of a wrong type, with the forms that the function has. */
final class TypeMismatch {
  /** All is well. */
  static final TypeCheckResult NONE = TypeCheckResult.TypeCheckSuccess$.MODULE$;

  private TypeMismatch() {}

  /**
   * @param index of the parameter in the call, from 0
   */
  static TypeCheckResult of(
      FunctionDescriptor function, Argument parameter, int index, Expression value) {
    DataType given = value.dataType();
    boolean isPath = parameter.type() == ImageType.INSTANCE && given.equals(DataTypes.StringType);
    String hint =
        isPath ? "; a path is not read here: take the content that Spark's binaryFile reads" : "";
    return new TypeCheckResult.DataTypeMismatch(
        "UNEXPECTED_INPUT_TYPE",
        ScalaBridge.toMap(
            Map.of(
                "paramIndex",
                (index + 1) + " (`" + parameter.name() + "`)",
                "requiredType",
                "\"" + parameter.type().text() + "\"",
                "inputSql",
                ExpectsInputTypes.toSQLExpr(value),
                "inputType",
                "\"" + given.sql() + "\" (expected: " + function.shortText() + hint + ")")));
  }
}
