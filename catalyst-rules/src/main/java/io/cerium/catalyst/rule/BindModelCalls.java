package io.cerium.catalyst.rule;

import io.cerium.catalyst.plan.Plans;
import io.cerium.catalyst.session.CeriumSession;
import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.engine.model.TensorSpec;
import io.cerium.functions.catalyst.SqlErrors;
import io.cerium.functions.catalyst.UnboundBatchCall;
import io.cerium.functions.model.InputForm;
import io.cerium.functions.spi.ModelLookup;
import io.cerium.functions.spi.ModelLookup.PinnedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.UnresolvedExtractValue;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.plans.logical.Aggregate;
import org.apache.spark.sql.catalyst.plans.logical.Filter;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.catalyst.rules.Rule;

/**
 * Resolves calls of models: a bare name that is no column becomes the name of a model, a call
 * without inputs takes the columns in scope, and a call whose arguments are resolved is bound to
 * one version. Runs after Spark's own rules in each round, so that a column of the name is seen
 * first.
 */
public final class BindModelCalls extends Rule<LogicalPlan> {
  private final SparkSession spark;

  public BindModelCalls(SparkSession spark) {
    this.spark = spark;
  }

  @Override
  public LogicalPlan apply(LogicalPlan plan) {
    return Plans.resolveUp(plan, this::bindIn);
  }

  private LogicalPlan bindIn(LogicalPlan node) {
    if (!node.childrenResolved()) {
      return node;
    }
    return Plans.transformExpressions(
        node,
        expression -> {
          if (expression instanceof UnresolvedFunction function) {
            UnresolvedFunction quoted = ModelNames.quoteBareName(function, node, spark);
            return SqlErrors.atAnalysis(() -> StarArguments.requireNone(quoted, node));
          }
          if (expression instanceof UnboundBatchCall call) {
            return SqlErrors.atAnalysis(() -> bind(call, node));
          }
          return expression instanceof UnresolvedExtractValue picked
              ? PickedKeys.pick(picked)
              : expression;
        });
  }

  private Expression bind(UnboundBatchCall call, LogicalPlan node) {
    if (!call.childrenResolved()) {
      return call;
    }
    ModelLookup models = CeriumSession.of(spark).models();
    return call.takesColumnsInScope() ? columnsInScope(call, node, models) : call.bind(models);
  }

  /** Names the model's inputs as columns; Spark resolves them as if they had been typed. */
  private static Expression columnsInScope(
      UnboundBatchCall call, LogicalPlan node, ModelLookup models) {
    String name = call.modelName(models);
    PinnedModel model = models.resolve(name);
    call.checkColumns(model);
    List<TensorSpec> inputs = model.version().signature().inputs();
    List<Expression> columns = new ArrayList<>();
    for (TensorSpec input : inputs) {
      // Elsewhere Spark also looks below the node: ORDER BY reaches columns that SELECT drops.
      boolean isWholeScope =
          node instanceof Project || node instanceof Filter || node instanceof Aggregate;
      if (isWholeScope && Plans.findColumn(node, List.of(input.name())).isEmpty()) {
        throw missing(name, call, inputs, input, node);
      }
      columns.add(ModelNames.namedColumn(input.name()));
    }
    return call.withInputs(columns);
  }

  private static CeriumException missing(
      String name,
      UnboundBatchCall call,
      List<TensorSpec> inputs,
      TensorSpec input,
      LogicalPlan node) {
    return CeriumException.of(
        ErrorCode.MODEL_SIGNATURE_MISMATCH,
        "name",
        name,
        "problem",
        "no column in scope has the name of its input '" + input.name() + "'",
        "expected",
        inputs.stream().map(TensorSpec::toString).collect(Collectors.joining(", ", "(", ")")),
        "given",
        Plans.children(node).stream()
            .flatMap(child -> Plans.output(child).stream())
            .map(column -> column.name() + " " + column.dataType().sql())
            .limit(20)
            .collect(Collectors.joining(", ", "(", ")")),
        "remedy",
        InputForm.ofRow(call.prettyName(), name, inputs)
            .orElseGet(
                () -> "Name the columns: " + InputForm.named(call.prettyName(), name, inputs)));
  }
}
