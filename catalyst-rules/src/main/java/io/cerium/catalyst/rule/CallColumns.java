package io.cerium.catalyst.rule;

import io.cerium.catalyst.plan.BatchCallNode;
import io.cerium.catalyst.plan.Plans;
import io.cerium.functions.catalyst.BatchCall;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.LambdaFunction;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;

/** Which column holds the answer of which call. */
final class CallColumns {
  private final List<BatchCall> calls = new ArrayList<>();
  private final List<Attribute> columns = new ArrayList<>();

  void add(BatchCall call, Attribute column) {
    calls.add(call);
    columns.add(column);
  }

  /** A batch node that answers these calls. */
  BatchCallNode node(List<GuardedCall> guardedCalls, LogicalPlan child) {
    List<Alias> aliases = new ArrayList<>();
    List<Expression> guards = new ArrayList<>();
    for (GuardedCall guarded : guardedCalls) {
      Alias alias = Plans.named(guarded.call(), guarded.call().prettyName());
      aliases.add(alias);
      guards.add(guarded.guard());
      add(guarded.call(), alias.toAttribute());
    }
    return BatchCallNode.of(aliases, guards, child);
  }

  /** The expression with columns in place of calls. */
  Expression replace(Expression expression) {
    if (expression instanceof LambdaFunction) {
      return expression;
    }
    if (expression instanceof BatchCall call) {
      for (int i = 0; i < calls.size(); i++) {
        if (calls.get(i).semanticEquals(call)) {
          return columns.get(i);
        }
      }
    }
    return Plans.mapChildren(expression, this::replace);
  }
}
