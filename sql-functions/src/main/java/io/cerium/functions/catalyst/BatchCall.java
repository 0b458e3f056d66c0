package io.cerium.functions.catalyst;

import io.cerium.functions.spi.BatchEnvironment;
import io.cerium.functions.spi.BatchKernel;
import io.cerium.functions.spi.BatchReturn;
import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Unevaluable;
import org.apache.spark.sql.catalyst.expressions.codegen.CodegenContext;
import org.apache.spark.sql.catalyst.expressions.codegen.ExprCode;
import org.apache.spark.sql.types.DataType;
import scala.collection.IndexedSeq;
import scala.collection.Seq;

/**
 * A bound batch call: checked, typed, its model pinned. It is unevaluable, so that planning never
 * runs it; the optimizer moves it into the batch operator or swaps in {@link RowBatchCall}.
 */
public final class BatchCall extends Expression implements Unevaluable, Serializable {
  private static final long serialVersionUID = 1L;

  private final BatchKernel kernel;
  private final BatchReturn returned;
  private final Seq<Expression> inputs;
  private final String text;

  /**
   * @param inputs in the kernel's order
   * @param text the call as SQL, for names of columns; equal calls may be spelt differently
   */
  public BatchCall(BatchKernel kernel, BatchReturn returned, Seq<Expression> inputs, String text) {
    this.kernel = kernel;
    this.returned = returned;
    this.inputs = inputs;
    this.text = text;
  }

  public BatchKernel kernel() {
    return kernel;
  }

  public BatchReturn returned() {
    return returned;
  }

  /** The same run that returns something else. */
  public BatchCall returning(BatchReturn other) {
    return new BatchCall(kernel, other, inputs, text);
  }

  /** The same run that returns the value of one key of its map, named as Spark names that. */
  public BatchCall picking(String key, BatchReturn value) {
    return new BatchCall(kernel, value, inputs, text + "[" + key + "]");
  }

  /** The same call with other inputs for another kernel, which give the same answer. */
  public BatchCall with(BatchKernel otherKernel, List<Expression> otherInputs) {
    return new BatchCall(otherKernel, returned, ScalaBridge.toSeq(otherInputs), text);
  }

  /** The call for one row at a time, for places that the batch operator cannot serve. */
  public RowBatchCall toRowForm(BatchEnvironment environment) {
    return new RowBatchCall(kernel, returned, inputs, environment);
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
  public Object eval(InternalRow row) {
    return Unevaluable.super.eval(row);
  }

  @Override
  public ExprCode doGenCode(CodegenContext context, ExprCode code) {
    return Unevaluable.super.doGenCode(context, code);
  }

  @Override
  public Seq<Expression> children() {
    return inputs;
  }

  @Override
  public Expression withNewChildrenInternal(IndexedSeq<Expression> newChildren) {
    return new BatchCall(kernel, returned, newChildren, text);
  }

  /** The function as it was typed. */
  @Override
  public String prettyName() {
    return text.substring(0, Math.max(0, text.indexOf('(')));
  }

  @Override
  public String sql() {
    return text;
  }

  /** For plans: {@code predict(efficientnet@1 on cpu; content#3)}. */
  @Override
  public String toString() {
    return prettyName() + "(" + kernel.describe() + "; " + inputs.mkString(", ") + ")";
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
      case 3 -> text;
      default -> throw new IndexOutOfBoundsException(index);
    };
  }

  @Override
  public boolean canEqual(Object other) {
    return other instanceof BatchCall;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BatchCall that
        && kernel.equals(that.kernel)
        && returned.equals(that.returned)
        && inputs.equals(that.inputs);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * kernel.hashCode() + returned.hashCode()) + inputs.hashCode();
  }
}
