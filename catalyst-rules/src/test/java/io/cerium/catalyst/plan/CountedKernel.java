package io.cerium.catalyst.plan;

import io.cerium.engine.image.ImagePipeline;
import io.cerium.functions.spi.BatchAnswer;
import io.cerium.functions.spi.BatchEnvironment;
import io.cerium.functions.spi.BatchKernel;
import io.cerium.functions.spi.BatchReturn;
import io.cerium.functions.spi.BatchRunner;
import io.cerium.functions.spi.ModelLookup.PinnedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * Doubles numbers and counts what is open.
 *
 * @param batchRows of a full batch
 * @param atOnce whether a batch is answered when it is sent; otherwise when the next one is
 */
record CountedKernel(int batchRows, boolean atOnce) implements BatchKernel {
  /** The rows of each batch. */
  static final List<Integer> SENT = new ArrayList<>();

  static final AtomicInteger OPEN_RUNNERS = new AtomicInteger();
  static final AtomicInteger OPEN_ANSWERS = new AtomicInteger();
  private static final List<Runnable> WAITING = new ArrayList<>();

  static void reset() {
    SENT.clear();
    OPEN_RUNNERS.set(0);
    OPEN_ANSWERS.set(0);
    WAITING.clear();
  }

  /** Answers the batches that wait. */
  static void answerAll() {
    WAITING.forEach(Runnable::run);
    WAITING.clear();
  }

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
    OPEN_RUNNERS.incrementAndGet();
    return new Run(this);
  }

  @Override
  public Optional<BatchKernel> fuse(int input, DataType type, ImagePipeline pipeline) {
    return Optional.empty();
  }

  /** Twice the number. */
  record Doubled() implements BatchReturn {
    @Override
    public DataType dataType() {
      return DataTypes.LongType;
    }

    @Override
    public OnError onError() {
      return OnError.FAIL;
    }
  }

  private static final class Run implements BatchRunner {
    private final CountedKernel kernel;
    private List<Long> numbers = new ArrayList<>();

    Run(CountedKernel kernel) {
      this.kernel = kernel;
    }

    @Override
    public void add(InternalRow inputs) {
      numbers.add(inputs.getLong(0));
    }

    @Override
    public boolean isFull() {
      return numbers.size() == kernel.batchRows();
    }

    @Override
    public CompletableFuture<BatchAnswer> submit() {
      Answer answer = new Answer(numbers);
      SENT.add(numbers.size());
      OPEN_ANSWERS.incrementAndGet();
      numbers = new ArrayList<>();
      answerAll();
      CompletableFuture<BatchAnswer> future = new CompletableFuture<>();
      WAITING.add(() -> future.complete(answer));
      if (kernel.atOnce()) {
        answerAll();
      }
      return future;
    }

    @Override
    public void close() {
      OPEN_RUNNERS.decrementAndGet();
    }
  }

  private static final class Answer implements BatchAnswer {
    private final List<Long> numbers;
    private boolean closed;

    Answer(List<Long> numbers) {
      this.numbers = numbers;
    }

    @Override
    public Object value(int row, int returned) {
      return 2 * numbers.get(row);
    }

    @Override
    public void close() {
      if (!closed) {
        closed = true;
        OPEN_ANSWERS.decrementAndGet();
      }
    }
  }
}
