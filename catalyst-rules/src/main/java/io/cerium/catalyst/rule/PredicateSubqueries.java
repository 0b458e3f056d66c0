package io.cerium.catalyst.rule;

import io.cerium.catalyst.plan.BatchCallNode;
import io.cerium.catalyst.plan.Plans;
import io.cerium.functions.catalyst.BatchCall;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.Exists;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.InSubquery;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.expressions.Not;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;

/**
 * Makes columns of the {@code EXISTS} and {@code IN (SELECT ...)} beside a call, in a projection
 * below. Spark, which makes joins of them later, would not find them in the guards and inputs of
 * the batch operator.
 */
final class PredicateSubqueries {
  private final List<Expression> predicates = new ArrayList<>();
  private final List<Alias> columns = new ArrayList<>();

  private PredicateSubqueries() {}

  /** The node over such a projection; as it is where there is nothing to move, and a join. */
  static LogicalPlan moveBelow(LogicalPlan node) {
    List<LogicalPlan> children = Plans.children(node);
    if (children.size() != 1) {
      return node;
    }
    LogicalPlan child = children.get(0);
    PredicateSubqueries moved = new PredicateSubqueries();
    for (Expression expression : Plans.expressions(node)) {
      if (isCall(expression)) {
        moved.collect(expression, child);
      }
    }
    if (moved.columns.isEmpty()) {
      return node;
    }
    List<NamedExpression> all = new ArrayList<>(Plans.output(child));
    all.addAll(moved.columns);
    // Spark would merge the projection into an aggregate, of which it makes no right joins.
    LogicalPlan below = Plans.project(all, BatchCallNode.barrier(child));
    return Plans.mapExpressions(
        Plans.withChildren(node, List.of(below)), expression -> moved.overColumns(expression));
  }

  private static boolean isCall(Expression expression) {
    return Plans.contains(expression, BatchCall.class::isInstance);
  }

  private void collect(Expression expression, LogicalPlan child) {
    if (!isPredicate(expression)) {
      Plans.children(expression).forEach(part -> collect(part, child));
    } else if (expression.deterministic()
        && !isCall(expression)
        && Plans.readsOnly(expression, child)
        && predicates.stream().noneMatch(expression::semanticEquals)) {
      predicates.add(expression);
      columns.add(Plans.named(expression, "subquery"));
    }
  }

  /** {@code NOT IN} stays in one piece: Spark treats NULL in it by itself. */
  private static boolean isPredicate(Expression expression) {
    return expression instanceof Exists
        || expression instanceof InSubquery
        || (expression instanceof Not not && not.child() instanceof InSubquery);
  }

  private Expression overColumns(Expression expression) {
    for (int i = 0; i < predicates.size(); i++) {
      if (predicates.get(i).semanticEquals(expression)) {
        return columns.get(i).toAttribute();
      }
    }
    return Plans.mapChildren(expression, this::overColumns);
  }
}
