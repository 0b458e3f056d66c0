package io.cerium.catalyst.rule;

import io.cerium.catalyst.plan.Plans;
import io.cerium.functions.catalyst.BatchCall;
import io.cerium.functions.catalyst.ImageCall;
import io.cerium.functions.catalyst.SqlSettings;
import io.cerium.functions.spi.BatchKernel;
import io.cerium.functions.spi.BatchReturn.OnError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.rules.Rule;

/**
 * Makes one native pass of adjacent image calls, and lets a model's input do the image calls that
 * feed it: decode, the user's own steps, then what the model still needs.
 */
public final class FuseImageCalls extends Rule<LogicalPlan> {

  @Override
  public LogicalPlan apply(LogicalPlan plan) {
    if (!Plans.containsPlan(plan, FuseImageCalls::hasImageCall)
        || !SqlSettings.value(RuleSettings.FUSE_IMAGE_CALLS)) {
      return plan;
    }
    return Plans.transformUp(
        plan,
        node -> hasImageCall(node) ? Plans.transformExpressions(node, FuseImageCalls::fuse) : node);
  }

  private static boolean hasImageCall(LogicalPlan node) {
    return Plans.hasExpression(node, ImageCall.class::isInstance);
  }

  private static Expression fuse(Expression expression) {
    if (expression instanceof ImageCall call) {
      return call.fused().orElse(call);
    }
    // An image function that fails, fails the query; inside a call that gives NULL or a struct for
    // a row that fails, it would not.
    return expression instanceof BatchCall call && call.returned().onError() == OnError.FAIL
        ? fuseInputs(call)
        : expression;
  }

  private static BatchCall fuseInputs(BatchCall call) {
    BatchKernel kernel = call.kernel();
    List<Expression> inputs = new ArrayList<>(Plans.children(call));
    for (int i = 0; i < inputs.size(); i++) {
      if (inputs.get(i) instanceof ImageCall images && images.constantPipeline().isPresent()) {
        Optional<BatchKernel> fused =
            kernel.fuse(i, images.picture().dataType(), images.constantPipeline().orElseThrow());
        if (fused.isPresent()) {
          kernel = fused.get();
          inputs.set(i, images.picture());
        }
      }
    }
    return kernel == call.kernel() ? call : call.with(kernel, inputs);
  }
}
