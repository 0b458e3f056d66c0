package io.cerium.catalyst.rule;

import io.cerium.catalyst.plan.BatchCallNode;
import io.cerium.catalyst.plan.Plans;
import io.cerium.catalyst.plan.RowForm;
import io.cerium.functions.catalyst.BatchCall;
import io.cerium.functions.catalyst.SqlSettings;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.SubqueryExpression;
import org.apache.spark.sql.catalyst.optimizer.CollapseProject$;
import org.apache.spark.sql.catalyst.optimizer.ColumnPruning$;
import org.apache.spark.sql.catalyst.plans.logical.Filter;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.catalyst.rules.Rule;

/**
 * Moves batch calls into the batch operator, and swaps in the row form where that cannot be. Runs
 * when all other optimisation is done: filters are down, joins are what they will be.
 */
public final class BatchCalls extends Rule<LogicalPlan> {
  private final SparkSession spark;

  public BatchCalls(SparkSession spark) {
    this.spark = spark;
  }

  @Override
  public LogicalPlan apply(LogicalPlan plan) {
    if (!Plans.containsPlan(plan, BatchCalls::hasLooseCall)) {
      return plan;
    }
    LogicalPlan batched = plan;
    if (SqlSettings.value(RuleSettings.BATCH_CALLS)) {
      LogicalPlan extracted = Plans.transformUp(plan, CallExtraction::extract);
      batched = SampledSorts.keepAnswers(LimitPushing.pushDown(extracted));
    }
    LogicalPlan rest = Plans.transformUp(batched, this::toRowForm);
    return tidied(NestedInputs.takeOut(tidied(rest)));
  }

  /** Without the columns and projections that moving the calls has left over. */
  private static LogicalPlan tidied(LogicalPlan plan) {
    return CollapseProject$.MODULE$.apply(ColumnPruning$.MODULE$.apply(plan));
  }

  private static boolean hasLooseCall(LogicalPlan node) {
    return !(node instanceof BatchCallNode)
        && Plans.hasExpression(node, BatchCall.class::isInstance);
  }

  private LogicalPlan toRowForm(LogicalPlan node) {
    if (!hasLooseCall(node)) {
      return node;
    }
    LogicalPlan rows =
        Plans.transformExpressions(
            node, e -> e instanceof BatchCall call ? RowForm.of(call, spark) : e);
    // Over VALUES the optimizer would evaluate it while planning, even for EXPLAIN. Of a node with
    // subqueries it makes a join, whose condition would look for columns that stay below.
    boolean barred = rows instanceof Project || rows instanceof Filter;
    return barred && !Plans.hasExpression(rows, SubqueryExpression.class::isInstance)
        ? Plans.withChildren(rows, List.of(BatchCallNode.barrier(Plans.children(rows).get(0))))
        : rows;
  }
}
