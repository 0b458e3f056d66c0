package io.cerium.functions.catalyst;

import io.cerium.functions.catalog.FunctionDescriptor;
import io.cerium.functions.spi.BatchFunction;
import io.cerium.functions.spi.ScalarFunction;
import java.util.List;
import org.apache.spark.sql.catalyst.expressions.Expression;

/** Makes the expression for a call, by the kind of its function. */
public final class FunctionCall {
  private FunctionCall() {}

  /**
   * A {@code catalog.CallBuilder}.
   *
   * @param arguments as typed, resolved or not
   * @throws RuntimeException Spark's own error for a call of the wrong form
   */
  public static Expression of(FunctionDescriptor function, List<Expression> arguments) {
    Class<?> contract = function.contract();
    if (BatchFunction.class.isAssignableFrom(contract)) {
      throw new IllegalStateException("no batch function is registered here");
    }
    CallArguments given = CallArguments.of(function, arguments);
    return ScalarFunction.class.isAssignableFrom(contract)
        ? new KernelCall(new CallShape(function, given.names()), ScalaBridge.toSeq(given.values()))
        : null;
  }
}
