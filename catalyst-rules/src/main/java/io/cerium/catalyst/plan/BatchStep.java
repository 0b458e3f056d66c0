package io.cerium.catalyst.plan;

import io.cerium.functions.catalyst.BatchCall;
import io.cerium.functions.catalyst.ScalaBridge;
import io.cerium.functions.spi.BatchKernel;
import io.cerium.functions.spi.BatchReturn;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.Expression;

/**
 * One run a row, which answers all calls that differ only in what they return.
 *
 * @param inputs what the kernel reads of a row
 * @param guard whether a row is run at all
 * @param returns what is made of the answer
 * @param positions which of the operator's calls each of {@code returns} is
 */
record BatchStep(
    BatchKernel kernel,
    List<Expression> inputs,
    Expression guard,
    List<BatchReturn> returns,
    List<Integer> positions)
    implements Serializable {

  /** Groups calls into steps, in their order. */
  static List<BatchStep> group(List<Alias> calls, List<Expression> guards) {
    List<BatchStep> steps = new ArrayList<>();
    for (int i = 0; i < calls.size(); i++) {
      BatchCall call = (BatchCall) calls.get(i).child();
      Expression guard = guards.get(i);
      BatchStep step = steps.stream().filter(s -> s.isRunOf(call, guard)).findFirst().orElse(null);
      if (step == null) {
        step =
            new BatchStep(
                call.kernel(),
                ScalaBridge.toList(call.children()),
                guard,
                new ArrayList<>(),
                new ArrayList<>());
        steps.add(step);
      }
      step.returns.add(call.returned());
      step.positions.add(i);
    }
    return steps;
  }

  private boolean isRunOf(BatchCall call, Expression callGuard) {
    List<Expression> others = ScalaBridge.toList(call.children());
    if (!kernel.equals(call.kernel())
        || others.size() != inputs.size()
        || !guard.semanticEquals(callGuard)) {
      return false;
    }
    for (int i = 0; i < others.size(); i++) {
      if (!inputs.get(i).semanticEquals(others.get(i))) {
        return false;
      }
    }
    return true;
  }
}
