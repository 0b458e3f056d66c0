package io.cerium.catalyst.rule;

import io.cerium.catalyst.plan.Plans;
import io.cerium.functions.catalyst.BatchCall;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.expressions.aggregate.AggregateExpression;
import org.apache.spark.sql.catalyst.plans.logical.Aggregate;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;

/**
 * Splits an aggregation whose result calls a model on what was aggregated, as in {@code predict(m,
 * sum(a), key)}: the aggregation below, a projection with the calls above.
 */
final class CallsOverAggregates {
  private final List<Expression> keys;
  private final List<Expression> computed = new ArrayList<>();
  private final List<NamedExpression> columns = new ArrayList<>();

  private CallsOverAggregates(Aggregate aggregate) {
    keys = Plans.keys(aggregate);
  }

  /** Whether a call stands outside of the aggregate functions. */
  static boolean areIn(Aggregate aggregate) {
    CallsOverAggregates calls = new CallsOverAggregates(aggregate);
    return Plans.results(aggregate).stream()
        .anyMatch(result -> calls.hasCallAbove((Expression) result));
  }

  private boolean hasCallAbove(Expression expression) {
    if (expression instanceof AggregateExpression || isKey(expression)) {
      return false;
    }
    return expression instanceof BatchCall
        || Plans.children(expression).stream().anyMatch(this::hasCallAbove);
  }

  /** The projection over the aggregation. */
  static LogicalPlan split(Aggregate aggregate) {
    CallsOverAggregates calls = new CallsOverAggregates(aggregate);
    List<NamedExpression> results =
        Plans.results(aggregate).stream()
            .map(result -> (NamedExpression) calls.overColumns((Expression) result))
            .toList();
    LogicalPlan below =
        Plans.aggregate(calls.keys, calls.columns, Plans.children(aggregate).get(0));
    return Plans.project(results, below);
  }

  private Expression overColumns(Expression expression) {
    if (expression instanceof AggregateExpression || isKey(expression)) {
      return column(expression);
    }
    return Plans.mapChildren(expression, this::overColumns);
  }

  private boolean isKey(Expression expression) {
    return keys.stream().anyMatch(expression::semanticEquals);
  }

  /** The column of the aggregation that holds the value; equal values share one. */
  private Attribute column(Expression expression) {
    for (int i = 0; i < computed.size(); i++) {
      if (computed.get(i).semanticEquals(expression)) {
        return columns.get(i).toAttribute();
      }
    }
    NamedExpression column =
        expression instanceof Attribute key
            ? key
            : Plans.named(expression, expression.prettyName());
    computed.add(expression);
    columns.add(column);
    return column.toAttribute();
  }
}
