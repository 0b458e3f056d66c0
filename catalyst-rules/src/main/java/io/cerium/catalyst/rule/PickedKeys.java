package io.cerium.catalyst.rule;

import io.cerium.functions.catalyst.BatchCall;
import io.cerium.functions.catalyst.SqlErrors;
import io.cerium.functions.spi.BatchReturn.OnError;
import io.cerium.functions.spi.KeyedReturn;
import org.apache.spark.sql.catalyst.analysis.UnresolvedExtractValue;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.unsafe.types.UTF8String;

/** {@code predict_proba(m, ...)['yes']}: one value, not a map of a thousand. */
final class PickedKeys {
  private PickedKeys() {}

  /**
   * The call that returns the value of the key, where the expression picks one by a literal.
   *
   * @throws RuntimeException as analysis reports it, if the model has no such class
   */
  static Expression pick(UnresolvedExtractValue picked) {
    if (picked.child() instanceof BatchCall call
        && call.returned() instanceof KeyedReturn keyed
        && keyed.onError() != OnError.STRUCT
        && picked.extraction() instanceof Literal literal
        && literal.value() instanceof UTF8String text) {
      String key = text.toString();
      return SqlErrors.atAnalysis(() -> call.picking(key, keyed.valueOf(key)));
    }
    return picked;
  }
}
