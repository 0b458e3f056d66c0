package io.cerium.catalyst.rule;

import io.cerium.catalyst.plan.BatchCallNode;
import io.cerium.catalyst.plan.Plans;
import io.cerium.functions.catalyst.ScalaBridge;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GetArrayItem;
import org.apache.spark.sql.catalyst.expressions.GetMapValue;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.optimizer.NestedColumnAliasing$;
import org.apache.spark.sql.catalyst.plans.logical.Filter;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;

/**
 * Takes the fields that calls read out of their structs below the batch operator, where Spark finds
 * them and reads no others: it prunes the schema of a table by the expressions of projections.
 */
final class NestedInputs {
  private final List<Attribute> answers = new ArrayList<>();

  private NestedInputs() {}

  static LogicalPlan takeOut(LogicalPlan plan) {
    if (!plan.conf().nestedSchemaPruningEnabled()) {
      return plan;
    }
    NestedInputs inputs = new NestedInputs();
    inputs.addAnswers(plan);
    return inputs.rewrite(plan);
  }

  /** What calls answer is made in this process: taking it apart early saves nothing. */
  private void addAnswers(LogicalPlan plan) {
    if (plan instanceof BatchCallNode batch) {
      answers.addAll(batch.columns());
    }
    Plans.children(plan).forEach(this::addAnswers);
  }

  private LogicalPlan rewrite(LogicalPlan plan) {
    LogicalPlan rewritten = plan instanceof Project project ? belowBatch(project) : plan;
    return Plans.mapChildren(rewritten, this::rewrite);
  }

  private LogicalPlan belowBatch(Project project) {
    List<Expression> read = new ArrayList<>(Plans.expressions(project));
    LogicalPlan below = project.child();
    if (below instanceof Filter filter) {
      read.addAll(Plans.expressions(filter));
      below = filter.child();
    }
    if (!(below instanceof BatchCallNode batch)) {
      return project;
    }
    read.addAll(Plans.expressions(batch));
    List.copyOf(read).forEach(expression -> addWhole(expression, read));
    return ScalaBridge.toOptional(
            NestedColumnAliasing$.MODULE$.rewritePlanIfSubsetFieldsUsed(
                project, ScalaBridge.toSeq(read), ScalaBridge.toSeq(answers)))
        .orElse(project);
  }

  /**
   * What fails for some rows stays above, behind the conditions that keep it from them; so does
   * what is picked by a value of the row, which may fail too, and of which Spark takes a part.
   */
  private static void addWhole(Expression expression, List<Expression> read) {
    boolean staysAbove =
        expression instanceof GetArrayItem item
                && (item.failOnError() || !(item.ordinal() instanceof Literal))
            || expression instanceof GetMapValue value && !(value.key() instanceof Literal);
    if (staysAbove) {
      read.addAll(ScalaBridge.<Attribute>toList(expression.references().toSeq()));
    }
    Plans.children(expression).forEach(child -> addWhole(child, read));
  }
}
