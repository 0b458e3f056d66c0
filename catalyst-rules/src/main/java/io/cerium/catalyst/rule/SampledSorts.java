package io.cerium.catalyst.rule;

import io.cerium.catalyst.plan.BatchCallNode;
import io.cerium.catalyst.plan.Plans;
import java.util.List;
import org.apache.spark.sql.catalyst.plans.logical.Filter;
import org.apache.spark.sql.catalyst.plans.logical.Generate;
import org.apache.spark.sql.catalyst.plans.logical.GlobalLimit;
import org.apache.spark.sql.catalyst.plans.logical.LocalLimit;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.catalyst.plans.logical.Sort;

/**
 * Spark sorts a whole result by ranges that it finds in a sample, and runs all below the sort once
 * for the sample and once more for the rows. An exchange below keeps what the models answered, so
 * that they run once. A sort under a LIMIT takes no sample.
 */
final class SampledSorts {
  private SampledSorts() {}

  static LogicalPlan keepAnswers(LogicalPlan plan) {
    return rewrite(plan, false);
  }

  private static LogicalPlan rewrite(LogicalPlan plan, boolean underLimit) {
    if (plan instanceof Sort sort && sort.global() && !underLimit && isAnswered(sort.child())) {
      LogicalPlan kept = Plans.rebalance(rewrite(sort.child(), false));
      return Plans.withChildren(plan, List.of(kept));
    }
    boolean limits =
        plan instanceof LocalLimit
            || plan instanceof GlobalLimit
            || (underLimit && plan instanceof Project);
    return Plans.withChildren(
        plan, Plans.children(plan).stream().map(child -> rewrite(child, limits)).toList());
  }

  private static boolean isAnswered(LogicalPlan plan) {
    if (plan instanceof BatchCallNode node && !node.calls().isEmpty()) {
      return true;
    }
    return (plan instanceof Project || plan instanceof Filter || plan instanceof Generate)
        && isAnswered(Plans.children(plan).get(0));
  }
}
