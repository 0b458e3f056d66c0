package io.cerium.catalyst.plan;

import io.cerium.functions.catalyst.ScalaBridge;
import java.util.List;
import java.util.function.Predicate;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.AttributeSet;
import org.apache.spark.sql.catalyst.plans.logical.Filter;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.execution.FilterExec;
import org.apache.spark.sql.execution.ProjectExec;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.SparkStrategy;
import scala.collection.Seq;

/**
 * Plans the batch operator. What stands right above tells which columns it has to keep: a picture's
 * bytes, say, are dropped as soon as the model has seen them.
 */
public final class CeriumStrategy extends SparkStrategy {
  private static final long serialVersionUID = 1L;

  @Override
  public Seq<SparkPlan> apply(LogicalPlan plan) {
    if (plan instanceof Project project) {
      AttributeSet read = project.references();
      if (project.child() instanceof BatchCallNode node) {
        return one(new ProjectExec(project.projectList(), operator(node, read::contains)));
      }
      if (project.child() instanceof Filter filter
          && filter.child() instanceof BatchCallNode node) {
        AttributeSet tested = filter.references();
        SparkPlan batch =
            operator(node, column -> read.contains(column) || tested.contains(column));
        return one(
            new ProjectExec(project.projectList(), new FilterExec(filter.condition(), batch)));
      }
    }
    return plan instanceof BatchCallNode node
        ? one(operator(node, column -> true))
        : ScalaBridge.toSeq(List.of());
  }

  private SparkPlan operator(BatchCallNode node, Predicate<Attribute> isWanted) {
    SparkPlan child = planLater(node.child());
    if (node.calls().isEmpty()) {
      return child;
    }
    List<Attribute> kept = Plans.output(node.child()).stream().filter(isWanted).toList();
    return new BatchCallExec(
        ScalaBridge.toSeq(node.calls()),
        ScalaBridge.toSeq(node.guards()),
        ScalaBridge.toSeq(kept),
        child);
  }

  private static Seq<SparkPlan> one(SparkPlan plan) {
    return ScalaBridge.toSeq(List.of(plan));
  }
}
