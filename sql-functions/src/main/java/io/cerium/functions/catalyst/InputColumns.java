package io.cerium.functions.catalyst;

import io.cerium.functions.spi.InputColumn;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GetStructField;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import scala.Option;

/** Makes the expressions that a kernel reads of the arguments that a call was given. */
final class InputColumns {
  private InputColumns() {}

  static Expression expression(Expression argument, InputColumn column) {
    Expression given = BatchCallArguments.value(argument);
    Expression value =
        column
            .field()
            .<Expression>map(
                field ->
                    new GetStructField(
                        given,
                        ((StructType) given.dataType()).fieldIndex(field),
                        Option.apply(field)))
            .orElse(given);
    return DataType.equalsStructurally(value.dataType(), column.type(), true)
        ? value
        : new Cast(value, column.type(), Option.apply(SQLConf.get().sessionLocalTimeZone()));
  }
}
