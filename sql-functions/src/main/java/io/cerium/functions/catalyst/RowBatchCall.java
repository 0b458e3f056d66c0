package io.cerium.functions.catalyst;

import io.cerium.functions.spi.BatchEnvironment;
import io.cerium.functions.spi.BatchKernel;
import io.cerium.functions.spi.BatchReturn;
import java.io.Serializable;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.codegen.CodegenContext;
import org.apache.spark.sql.catalyst.expressions.codegen.CodegenFallback;
import org.apache.spark.sql.catalyst.expressions.codegen.ExprCode;
import org.apache.spark.sql.types.DataType;
import scala.collection.IndexedSeq;
import scala.collection.Seq;

/**
 * A batch call that is answered row by row: right everywhere, in lambdas and in join conditions
 * over both sides too, at the price of one run a row.
 */
public final class RowBatchCall extends Expression implements CodegenFallback, Serializable {
  private static final long serialVersionUID = 1L;

  private final BatchKernel kernel;
  private final BatchReturn returned;
  private final Seq<Expression> inputs;
  private final BatchEnvironment environment;
  private transient RowRunner runner;

  public RowBatchCall(
      BatchKernel kernel,
      BatchReturn returned,
      Seq<Expression> inputs,
      BatchEnvironment environment) {
    this.kernel = kernel;
    this.returned = returned;
    this.inputs = inputs;
    this.environment = environment;
  }

  @Override
  public Object eval(InternalRow row) {
    Object[] values = new Object[inputs.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = inputs.apply(i).eval(row);
    }
    return runner().answer(new GenericInternalRow(values));
  }

  private synchronized RowRunner runner() {
    if (runner == null) {
      runner = new RowRunner(kernel, returned, environment);
    }
    return runner;
  }

  @Override
  public DataType dataType() {
    return returned.dataType();
  }

  @Override
  public boolean nullable() {
    return true;
  }

  @Override
  public boolean foldable() {
    return false;
  }

  @Override
  public ExprCode doGenCode(CodegenContext context, ExprCode code) {
    return CodegenFallback.super.doGenCode(context, code);
  }

  @Override
  public Seq<Expression> children() {
    return inputs;
  }

  @Override
  public Expression withNewChildrenInternal(IndexedSeq<Expression> newChildren) {
    return new RowBatchCall(kernel, returned, newChildren, environment);
  }

  /** For plans: {@code row_by_row(efficientnet@1 on cpu; content#3)}. */
  @Override
  public String toString() {
    return "row_by_row(" + kernel.describe() + "; " + inputs.mkString(", ") + ")";
  }

  @Override
  public int productArity() {
    return 4;
  }

  @Override
  public Object productElement(int index) {
    return switch (index) {
      case 0 -> kernel;
      case 1 -> returned;
      case 2 -> inputs;
      case 3 -> environment;
      default -> throw new IndexOutOfBoundsException(index);
    };
  }

  @Override
  public boolean canEqual(Object other) {
    return other instanceof RowBatchCall;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RowBatchCall that
        && kernel.equals(that.kernel)
        && returned.equals(that.returned)
        && inputs.equals(that.inputs);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * kernel.hashCode() + returned.hashCode()) + inputs.hashCode();
  }
}
