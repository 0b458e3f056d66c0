package io.cerium.catalyst.rule;

import io.cerium.catalyst.plan.Plans;
import io.cerium.functions.catalyst.BatchCall;
import io.cerium.functions.catalyst.SqlErrors;
import io.cerium.functions.spi.BatchReturn.OnError;
import io.cerium.functions.spi.KeyedReturn;
import java.util.Optional;
import org.apache.spark.sql.catalyst.analysis.UnresolvedExtractValue;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.types.DataTypes;

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
        && keyed.onError() != OnError.STRUCT) {
      return constantKey(picked.extraction())
          .<Expression>map(key -> SqlErrors.atAnalysis(() -> call.picking(key, keyed.valueOf(key))))
          .orElse(picked);
    }
    return picked;
  }

  /** The text of a literal, as Spark casts one of another type to a map's key. */
  private static Optional<String> constantKey(Expression key) {
    if (!key.resolved()
        || !key.foldable()
        || !Cast.canUpCast(key.dataType(), DataTypes.StringType)) {
      return Optional.empty();
    }
    return Optional.ofNullable(Plans.toText(key).eval(null)).map(Object::toString);
  }
}
