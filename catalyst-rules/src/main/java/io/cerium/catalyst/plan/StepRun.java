package io.cerium.catalyst.plan;

import io.cerium.functions.catalyst.ScalaBridge;
import io.cerium.functions.spi.BatchAnswer;
import io.cerium.functions.spi.BatchEnvironment;
import io.cerium.functions.spi.BatchRunner;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.BasePredicate;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.MutableProjection;
import org.apache.spark.sql.catalyst.expressions.Predicate;

/** One step at work in one task. */
final class StepRun implements AutoCloseable {
  /** What stands for a row that the guard kept out. */
  static final int NOT_RUN = -1;

  private final BatchStep step;
  private final BatchRunner runner;
  // Not an unsafe projection: that would copy each picture once more.
  private final MutableProjection inputs;
  private final BasePredicate guard;
  private int rows;

  StepRun(BatchStep step, List<Attribute> columns, BatchEnvironment environment) {
    this.step = step;
    this.inputs =
        MutableProjection.create(ScalaBridge.toSeq(step.inputs()), ScalaBridge.toSeq(columns));
    this.guard =
        step.guard().equals(Literal.TrueLiteral())
            ? null
            : Predicate.create(step.guard(), ScalaBridge.toSeq(columns));
    this.runner = step.kernel().open(environment, step.returns(), Integer.MAX_VALUE);
  }

  BatchStep step() {
    return step;
  }

  /** The place of the row in the open batch, or {@link #NOT_RUN}. */
  int add(InternalRow row) {
    if (guard != null && !guard.eval(row)) {
      return NOT_RUN;
    }
    runner.add((InternalRow) inputs.apply(row));
    return rows++;
  }

  boolean isFull() {
    return runner.isFull();
  }

  /** Whether no row waits to be submitted. */
  boolean isEmpty() {
    return rows == 0;
  }

  CompletableFuture<BatchAnswer> submit() {
    rows = 0;
    return runner.submit();
  }

  @Override
  public void close() {
    runner.close();
  }
}
