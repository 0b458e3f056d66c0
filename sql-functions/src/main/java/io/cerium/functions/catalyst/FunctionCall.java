package io.cerium.functions.catalyst;

import io.cerium.engine.image.ImageLimits;
import io.cerium.engine.image.ImageSettings;
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
      return UnboundBatchCall.of(
          (BatchFunction) function.newInstance(), function.name(), arguments);
    }
    CallArguments given = CallArguments.of(function, arguments);
    if (ScalarFunction.class.isAssignableFrom(contract)) {
      return new KernelCall(
          new CallShape(function, given.names()), ScalaBridge.toSeq(given.values()));
    }
    String picture = function.overloads().get(0).arguments().get(0).name();
    CallArguments ordered = given.startingWith(picture);
    List<String> names = ordered.names().subList(1, ordered.names().size());
    Long maxPixels = SqlErrors.atAnalysis(() -> SqlSettings.value(ImageSettings.MAX_PIXELS));
    return new ImageCall(
        List.of(new CallShape(function, names)),
        new ImageLimits(maxPixels),
        ScalaBridge.toSeq(ordered.values()));
  }
}
