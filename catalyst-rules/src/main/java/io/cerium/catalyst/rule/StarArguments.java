package io.cerium.catalyst.rule;

import io.cerium.catalyst.plan.Plans;
import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.functions.catalyst.UnboundBatchCall;
import java.util.List;
import java.util.OptionalInt;
import org.apache.spark.sql.catalyst.analysis.Star;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.plans.logical.Aggregate;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;

/** Stars among the arguments of a model's call, as in {@code WHERE predict(m, struct(*)) > 0}. */
final class StarArguments {
  private StarArguments() {}

  /**
   * Checks a call outside of SELECT, where Spark expands no star.
   *
   * @param node which the call is in
   * @throws CeriumException ARGUMENT_INVALID with the forms that work
   */
  static UnresolvedFunction requireNone(UnresolvedFunction call, LogicalPlan node) {
    String name = Plans.simpleName(call).orElse("");
    boolean isInSelect = node instanceof Project || node instanceof Aggregate;
    if (!isInSelect
        && ModelNames.isModelFunction(name)
        && Plans.arguments(call).stream().anyMatch(StarArguments::isOrHoldsStar)) {
      List<Expression> arguments = Plans.arguments(call);
      OptionalInt place = UnboundBatchCall.placeOfModel(arguments);
      String model =
          place.isPresent() ? ModelNames.value(arguments.get(place.getAsInt())).sql() : "my_model";
      throw CeriumException.of(
          ErrorCode.ARGUMENT_INVALID,
          "argument",
          "*",
          "function",
          name,
          "problem",
          "stands where Spark expands no star, which it does in SELECT alone",
          "remedy",
          "Write "
              + name
              + "("
              + model
              + ") to take the columns that have the names of its inputs, or call it in the SELECT"
              + " of a subquery.");
    }
    return call;
  }

  private static boolean isOrHoldsStar(Expression argument) {
    return argument instanceof Star
        || Plans.children(argument).stream().anyMatch(StarArguments::isOrHoldsStar);
  }
}
