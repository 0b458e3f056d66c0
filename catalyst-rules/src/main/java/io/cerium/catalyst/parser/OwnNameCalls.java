package io.cerium.catalyst.parser;

import io.cerium.functions.catalyst.ScalaBridge;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.trees.TreeNode;
import org.apache.spark.sql.types.DataTypes;

/**
 * Makes {@code predict('m', ...)} of a call {@code m(...)} where {@code m} is no function but a
 * model. Done on the plan as parsed: Spark refuses an unknown function before any rule of an
 * extension sees it.
 */
final class OwnNameCalls {
  private static final String PREDICT = "predict";

  private final SessionNames names;

  OwnNameCalls(SessionNames names) {
    this.names = names;
  }

  LogicalPlan rewrite(LogicalPlan plan) {
    return (LogicalPlan) rewritten(plan);
  }

  Expression rewrite(Expression expression) {
    return (Expression) rewritten(expression);
  }

  /**
   * Goes through all that a node holds, not its children only: common table expressions, subqueries
   * and the statement behind {@code EXPLAIN} lie elsewhere. What needs no change stays the same
   * object.
   */
  private Object rewritten(Object part) {
    if (!(part instanceof TreeNode<?> node)) {
      return ScalaBridge.map(part, this::rewritten);
    }
    Object[] fields = new Object[node.productArity()];
    boolean isChanged = false;
    for (int i = 0; i < fields.length; i++) {
      Object field = node.productElement(i);
      fields[i] = rewritten(field);
      isChanged |= fields[i] != field;
    }
    Object copy = isChanged ? node.makeCopy(fields) : node;
    return copy instanceof UnresolvedFunction call ? predictOr(call) : copy;
  }

  private Expression predictOr(UnresolvedFunction call) {
    List<String> parts = ScalaBridge.toList(call.nameParts());
    if (parts.size() > 2 || (parts.size() == 1 && names.isKnownFunction(parts.get(0)))) {
      return call;
    }
    String function = parts.get(parts.size() - 1);
    Optional<String> database = parts.size() == 1 ? Optional.empty() : Optional.of(parts.get(0));
    if (names.isStoredFunction(database, function)) {
      return call;
    }
    String model = String.join(".", parts);
    return names.isModel(model) ? predict(call, model) : call;
  }

  private static Expression predict(UnresolvedFunction call, String model) {
    List<Expression> arguments = new ArrayList<>();
    arguments.add(Literal.create(model, DataTypes.StringType));
    arguments.addAll(ScalaBridge.<Expression>toList(call.arguments()));
    UnresolvedFunction predict =
        new UnresolvedFunction(
            ScalaBridge.toSeq(List.of(PREDICT)),
            ScalaBridge.toSeq(arguments),
            call.isDistinct(),
            call.filter(),
            call.ignoreNulls());
    predict.copyTagsFrom(call);
    return predict;
  }
}
