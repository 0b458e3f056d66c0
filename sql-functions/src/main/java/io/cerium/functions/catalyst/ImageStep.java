package io.cerium.functions.catalyst;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.image.ImageEnd;
import io.cerium.engine.image.ImageOp;
import io.cerium.functions.catalog.StaticMethod;
import java.util.List;
import org.apache.spark.sql.catalyst.expressions.Expression;

/** One image function of a chain, as it runs. Immutable, safe for all threads. */
final class ImageStep {
  /**
   * What a step does for one row.
   *
   * @param ops in their order
   * @param end what becomes of the pixels
   */
  record Work(List<ImageOp> ops, ImageEnd end) {}

  private final CallShape shape;
  private final StaticMethod method;
  private final ArgumentReader reader;
  private final int start;
  private final Work constant;

  /**
   * @param values of the step's own arguments
   * @param start the index of the first of them among the arguments of the chain
   * @throws CeriumException if constants are refused
   */
  ImageStep(CallShape shape, List<Expression> values, int start) {
    Binding binding = Binding.of(shape, values);
    this.shape = shape;
    this.method = binding.overload().method();
    this.reader = new ArgumentReader(shape, binding, values);
    this.start = start;
    this.constant = reader.isConstant() ? make(new Object[0]) : null;
  }

  CallShape shape() {
    return shape;
  }

  /** Whether all rows have the same arguments. */
  boolean isConstant() {
    return reader.isConstant();
  }

  /**
   * What is to do for one row.
   *
   * @param values of all of the chain's arguments
   * @return null if one of the step's arguments is NULL
   * @throws CeriumException if an argument is refused
   */
  Work work(Object[] values) {
    return reader.isConstant() ? constant : make(values);
  }

  @SuppressWarnings("unchecked")
  private Work make(Object[] values) {
    List<Object> parameters = reader.read(values, start);
    Object result = parameters == null ? null : method.call(parameters);
    if (result == null) {
      return null;
    } else if (result instanceof ImageEnd end) {
      return new Work(List.of(), end);
    } else if (result instanceof ImageOp op) {
      return new Work(List.of(op), new ImageEnd.ToPixels());
    }
    return new Work((List<ImageOp>) result, new ImageEnd.ToPixels());
  }
}
