package io.cerium.catalyst.statement;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.plans.logical.Filter;
import org.apache.spark.sql.catalyst.plans.logical.Generate;
import org.apache.spark.sql.catalyst.plans.logical.GlobalLimit;
import org.apache.spark.sql.catalyst.plans.logical.LocalLimit;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.OneRowRelation;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.catalyst.plans.logical.Range;
import org.apache.spark.sql.catalyst.plans.logical.Sort;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias;
import org.apache.spark.sql.catalyst.plans.logical.UnaryNode;
import org.apache.spark.sql.catalyst.plans.logical.View;
import org.apache.spark.sql.execution.datasources.HadoopFsRelation;
import org.apache.spark.sql.execution.datasources.LogicalRelation;

/** Whether the rows of a query come in the same order each time that it is run. */
final class CertainOrder {
  private CertainOrder() {}

  /**
   * True for what ends in an ORDER BY, for rows that stand in the query itself, and for one file
   * that is read in one piece; also below a WHERE, a list of columns or a LATERAL VIEW. Files are
   * read by their size, and pieces of a large file as well: both orders may change.
   */
  static boolean of(Dataset<Row> rows) {
    LogicalPlan plan = rows.queryExecution().analyzed();
    while (keepsOrder(plan)) {
      plan = onlyChild(plan);
    }
    if (plan instanceof LogicalRelation relation) {
      return relation.relation() instanceof HadoopFsRelation
          && rows.inputFiles().length == 1
          && rows.queryExecution().toRdd().getNumPartitions() == 1;
    }
    return isSorted(plan)
        || plan instanceof LocalRelation
        || plan instanceof Range
        || plan instanceof OneRowRelation;
  }

  private static boolean keepsOrder(LogicalPlan plan) {
    return plan instanceof Filter || plan instanceof Generate || keepsRows(plan);
  }

  private static boolean keepsRows(LogicalPlan plan) {
    return plan instanceof SubqueryAlias || plan instanceof View || plan instanceof Project;
  }

  /** A LIMIT gathers the rows of all partitions, in order only right above a sort. */
  private static boolean isSorted(LogicalPlan plan) {
    LogicalPlan below = plan;
    while (below instanceof GlobalLimit || below instanceof LocalLimit || keepsRows(below)) {
      below = onlyChild(below);
    }
    return below instanceof Sort sort && sort.global();
  }

  private static LogicalPlan onlyChild(LogicalPlan plan) {
    return ((UnaryNode) plan).child();
  }
}
