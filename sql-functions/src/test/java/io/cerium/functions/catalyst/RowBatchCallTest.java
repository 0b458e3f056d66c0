package io.cerium.functions.catalyst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.engine.image.ImagePipeline;
import io.cerium.engine.model.ModelSource;
import io.cerium.functions.spi.BatchAnswer;
import io.cerium.functions.spi.BatchEnvironment;
import io.cerium.functions.spi.BatchKernel;
import io.cerium.functions.spi.BatchMetrics;
import io.cerium.functions.spi.BatchReturn;
import io.cerium.functions.spi.BatchRunner;
import io.cerium.functions.spi.ModelLookup.PinnedModel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RowBatchCallTest {
  private static final long BAD = 13;

  // Tasks get copies of their kernel: only what is static is theirs and the test's.
  private static final AtomicInteger OPENED = new AtomicInteger();
  private static final AtomicInteger OPEN = new AtomicInteger();

  @BeforeEach
  void reset() {
    OPENED.set(0);
    OPEN.set(0);
  }

  @Test
  void keepsOneRunForTheRowsOfATask() {
    List<Row> rows = LocalSpark.session().range(0, 10, 1, 2).select(column()).collectAsList();

    assertThat(rows).extracting(row -> row.getLong(0)).contains(0L, 2L, 18L).hasSize(10);
    assertThat(OPENED).hasValue(2);
    assertThat(OPEN).hasValue(0);
  }

  @Test
  void closesTheRunOfATaskThatFails() {
    assertThatThrownBy(
            () -> LocalSpark.session().range(0, 20, 1, 1).select(column()).collectAsList())
        .hasMessageContaining("[MODEL_INPUT_INVALID]");
    assertThat(OPENED).hasValue(1);
    assertThat(OPEN).hasValue(0);
  }

  @Test
  void opensARunForEachRowOutsideOfATask() {
    Expression call = call(Literal.create(4L, DataTypes.LongType));
    Expression failing = call(Literal.create(BAD, DataTypes.LongType));

    assertThat(call.eval(null)).isEqualTo(8L);
    assertThat(call.eval(null)).isEqualTo(8L);
    assertThatThrownBy(() -> failing.eval(null)).hasMessageContaining("[MODEL_INPUT_INVALID]");
    assertThat(OPENED).hasValue(3);
    assertThat(OPEN).hasValue(0);
  }

  private static Column column() {
    return new Column(call(functions.col("id").expr()));
  }

  private static RowBatchCall call(Expression input) {
    return new RowBatchCall(
        new Doubling(), new Whole(), ScalaBridge.toSeq(List.of(input)), new Nothing());
  }

  private record Whole() implements BatchReturn {
    @Override
    public DataType dataType() {
      return DataTypes.LongType;
    }

    @Override
    public OnError onError() {
      return OnError.FAIL;
    }
  }

  /** Doubles a number, except for one that it refuses. */
  private record Doubling() implements BatchKernel {
    @Override
    public String describe() {
      return "doubling";
    }

    @Override
    public List<PinnedModel> models() {
      return List.of();
    }

    @Override
    public BatchRunner open(BatchEnvironment environment, List<BatchReturn> returns, int mostRows) {
      OPENED.incrementAndGet();
      OPEN.incrementAndGet();
      return new DoublingRun();
    }

    @Override
    public Optional<BatchKernel> fuse(int input, DataType type, ImagePipeline pipeline) {
      return Optional.empty();
    }
  }

  private static final class DoublingRun implements BatchRunner {
    private long number;

    @Override
    public void add(InternalRow inputs) {
      number = inputs.getLong(0);
    }

    @Override
    public boolean isFull() {
      return true;
    }

    @Override
    public CompletableFuture<BatchAnswer> submit() {
      return CompletableFuture.completedFuture(new Doubled(number));
    }

    @Override
    public void close() {
      OPEN.decrementAndGet();
    }
  }

  private record Doubled(long number) implements BatchAnswer {
    @Override
    public Object value(int row, int returned) {
      if (number == BAD) {
        throw CeriumException.of(
            ErrorCode.MODEL_INPUT_INVALID, "input", "number", "problem", "is unlucky");
      }
      return 2 * number;
    }

    @Override
    public void close() {}
  }

  /** There is no model, and nobody who measures. */
  private record Nothing() implements BatchEnvironment, BatchMetrics {
    @Override
    public ModelSource artifact(PinnedModel model) {
      throw new IllegalStateException("no model is named");
    }

    @Override
    public BatchMetrics metrics() {
      return this;
    }

    @Override
    public Duration timeout() {
      return Duration.ofSeconds(10);
    }
  }
}
