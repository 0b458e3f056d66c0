package io.cerium.functions.model;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.functions.catalyst.RowFailure;
import io.cerium.functions.spi.BatchReturn;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.unsafe.types.UTF8String;

/** What a call of a model returns. */
sealed interface ModelReturn extends BatchReturn permits PlainReturn, ProbabilityReturn {
  /** Makes the value of a row that went well. */
  RowReader reader();

  @Override
  default boolean failsOnlyWith(BatchReturn other) {
    return onError() != OnError.FAIL
        || other instanceof ModelReturn that
            && that.onError() == OnError.FAIL
            && that.reader().checks().containsAll(reader().checks());
  }

  @Override
  default DataType dataType() {
    return onError() == OnError.STRUCT
        ? DataTypes.createStructType(
            new StructField[] {
              DataTypes.createStructField("result", reader().dataType(), true),
              DataTypes.createStructField("error", DataTypes.StringType, true)
            })
        : reader().dataType();
  }

  /** A row's value; null for a row with a NULL input. */
  default Object value(Object result) {
    return onError() == OnError.STRUCT
        ? new GenericInternalRow(new Object[] {result, null})
        : result;
  }

  /**
   * A failed row's value.
   *
   * @throws CeriumException the error itself, if the call wants that or if it is no fault of the
   *     row: a time-out, say, is never hidden behind a NULL
   */
  default Object failure(CeriumException error) {
    if (!RowFailure.isOf(error) && error.code() != ErrorCode.INFERENCE_FAILED) {
      throw error;
    }
    return switch (onError()) {
      case FAIL -> throw error;
      case NULL -> null;
      case STRUCT ->
          new GenericInternalRow(new Object[] {null, UTF8String.fromString(error.getMessage())});
    };
  }
}
