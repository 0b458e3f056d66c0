package io.cerium.functions.catalog;

import java.util.List;
import org.apache.spark.sql.catalyst.expressions.Expression;

/** Makes the expression for one call. */
@FunctionalInterface
public interface CallBuilder {
  /**
   * @param arguments as typed: {@code name => value} is a {@code NamedArgumentExpression}
   * @throws RuntimeException Spark's own, for a call of the wrong form
   */
  Expression build(FunctionDescriptor function, List<Expression> arguments);
}
