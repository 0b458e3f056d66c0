package io.cerium.catalyst.rule;

import io.cerium.catalyst.plan.BatchCallNode;
import io.cerium.catalyst.plan.Plans;
import java.util.List;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.plans.logical.GlobalLimit;
import org.apache.spark.sql.catalyst.plans.logical.LocalLimit;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.catalyst.plans.logical.Sort;

/**
 * Puts a LIMIT below the batch operator too, which answers one row for each: no more is scored. So
 * goes a LIMIT with an ORDER BY that asks for nothing that the models answer.
 */
final class LimitPushing {
  /**
   * Rows that a sorted limit lets pass come together in one task: where they are many, tasks that
   * score all rows may be done sooner.
   */
  private static final int MOST_SORTED = 1000;

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
      if (!project.deterministic() && isSorted(project.child())) {
        // monotonically_increasing_id() tells where a row stands among those that were sorted.
        return plan;
      }
      return Plans.withChildren(plan, List.of(below(project.child(), limit)));
    }
    if (plan instanceof Sort sort && sort.global() && isFew(limit)) {
      return Plans.withChildren(plan, List.of(sortedBelow(sort.child(), sort, limit)));
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

  private static boolean isSorted(LogicalPlan plan) {
    return plan instanceof Sort || plan instanceof Project project && isSorted(project.child());
  }

  private static boolean isFew(Expression limit) {
    return limit instanceof Literal rows && ((Number) rows.value()).intValue() <= MOST_SORTED;
  }

  /** The rows are sorted once more above, where their order is promised. */
  private static LogicalPlan sortedBelow(LogicalPlan plan, Sort sort, Expression limit) {
    if (plan instanceof Project project) {
      if (!project.deterministic()) {
        // It would tell of the rows that are left.
        return plan;
      }
      LogicalPlan inItsTerms =
          Plans.transformExpressions(
              sort, e -> e instanceof Attribute column ? meaning(column, project) : e);
      return Plans.withChildren(
          plan, List.of(sortedBelow(project.child(), (Sort) inItsTerms, limit)));
    }
    if (!(plan instanceof BatchCallNode node) || node.calls().isEmpty()) {
      return plan;
    }
    LogicalPlan child = node.child();
    if (child instanceof BatchCallNode) {
      return Plans.withChildren(plan, List.of(sortedBelow(child, sort, limit)));
    }
    boolean sortable =
        Plans.expressions(sort).stream()
            .allMatch(order -> order.deterministic() && Plans.readsOnly(order, child));
    return sortable
        ? Plans.withChildren(
            plan,
            List.of(
                new GlobalLimit(
                    limit, new LocalLimit(limit, Plans.withChildren(sort, List.of(child))))))
        : plan;
  }

  /** What a column of a projection is, of the columns below it. */
  private static Expression meaning(Attribute column, Project project) {
    return Plans.columns(project).stream()
        .filter(made -> made.exprId().equals(column.exprId()) && made instanceof Alias)
        .map(made -> ((Alias) made).child())
        .findFirst()
        .orElse(column);
  }
}
