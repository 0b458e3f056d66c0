package io.cerium.catalyst.rule;

import io.cerium.catalyst.plan.BatchCallNode;
import io.cerium.catalyst.plan.Plans;
import java.util.List;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.plans.logical.LocalLimit;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;

/** Puts a LIMIT below the batch operator too, which answers one row for each: no more is scored. */
final class LimitPushing {
  private LimitPushing() {}

  static LogicalPlan pushDown(LogicalPlan plan) {
    return Plans.transformUp(
        plan,
        node ->
            node instanceof LocalLimit limit
                ? Plans.withChildren(node, List.of(below(limit.child(), limit.limitExpr())))
                : node);
  }

  private static LogicalPlan below(LogicalPlan plan, Expression limit) {
    if (plan instanceof Project project) {
      return Plans.withChildren(plan, List.of(below(project.child(), limit)));
    }
    if (plan instanceof BatchCallNode node && !node.calls().isEmpty()) {
      LogicalPlan child = node.child();
      return Plans.withChildren(
          plan,
          List.of(
              child instanceof BatchCallNode ? below(child, limit) : new LocalLimit(limit, child)));
    }
    return plan;
  }
}
