package io.cerium.catalyst.rule;

import io.cerium.catalyst.plan.BatchCallNode;
import io.cerium.catalyst.plan.Plans;
import java.util.List;
import org.apache.spark.sql.catalyst.expressions.SortOrder;
import org.apache.spark.sql.catalyst.plans.logical.Expand;
import org.apache.spark.sql.catalyst.plans.logical.Filter;
import org.apache.spark.sql.catalyst.plans.logical.Generate;
import org.apache.spark.sql.catalyst.plans.logical.GlobalLimit;
import org.apache.spark.sql.catalyst.plans.logical.Join;
import org.apache.spark.sql.catalyst.plans.logical.LocalLimit;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.catalyst.plans.logical.RepartitionByExpression;
import org.apache.spark.sql.catalyst.plans.logical.Sort;
import org.apache.spark.sql.catalyst.plans.logical.Union;

/**
 * Spark sorts or divides a whole result by ranges that it finds in a sample, and runs all below
 * once for the sample and once more for the rows. An exchange below keeps what the models answered,
 * so that they run once. A sort under a LIMIT takes no sample.
 */
final class SampledSorts {
  private SampledSorts() {}

  static LogicalPlan keepAnswers(LogicalPlan plan) {
    return rewrite(plan, false);
  }

  private static LogicalPlan rewrite(LogicalPlan plan, boolean underLimit) {
    if (isSampling(plan, underLimit) && isAnswered(Plans.children(plan).get(0))) {
      LogicalPlan kept = Plans.rebalance(rewrite(Plans.children(plan).get(0), false));
      return Plans.withChildren(plan, List.of(kept));
    }
    boolean limits =
        plan instanceof LocalLimit
            || plan instanceof GlobalLimit
            || (underLimit && plan instanceof Project);
    return Plans.withChildren(
        plan, Plans.children(plan).stream().map(child -> rewrite(child, limits)).toList());
  }

  private static boolean isSampling(LogicalPlan plan, boolean underLimit) {
    return plan instanceof Sort sort
        ? sort.global() && !underLimit
        : plan instanceof RepartitionByExpression ranges
            && Plans.expressions(ranges).stream().anyMatch(SortOrder.class::isInstance);
  }

  private static boolean isAnswered(LogicalPlan plan) {
    if (plan instanceof BatchCallNode node && !node.calls().isEmpty()) {
      return true;
    }
    // Of the others, what stands below is kept by an exchange of their own, or asked here for less.
    boolean streams =
        plan instanceof Project
            || plan instanceof Filter
            || plan instanceof Generate
            || plan instanceof Expand
            || plan instanceof Union
            || plan instanceof Join;
    return streams && Plans.children(plan).stream().anyMatch(SampledSorts::isAnswered);
  }
}
