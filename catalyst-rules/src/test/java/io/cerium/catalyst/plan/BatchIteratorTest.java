package io.cerium.catalyst.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerium.functions.catalyst.ScalaBridge;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.spark.TaskContext$;
import org.apache.spark.TaskContextImpl;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.IsNotNull;
import org.apache.spark.sql.catalyst.types.DataTypeUtils;
import org.apache.spark.sql.execution.metric.SQLMetric;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A task of the batch operator, with a kernel that counts what is open. */
class BatchIteratorTest {
  private static final int NUMBER = 1;

  private final TaskContextImpl context = TaskContext$.MODULE$.empty();

  @BeforeEach
  void enterTask() {
    TaskContext$.MODULE$.setTaskContext(context);
    CountedKernel.reset();
  }

  @AfterEach
  void leaveTask() {
    TaskContext$.MODULE$.unset();
  }

  private static Attribute column(String name, DataType type) {
    return DataTypeUtils.toAttribute(DataTypes.createStructField(name, type, true));
  }

  /** Rows of a column that is kept and a number that the kernel doubles where it is not NULL. */
  private static Iterator<InternalRow> answered(
      CountedKernel kernel, DataType keptType, Iterator<InternalRow> rows) {
    Attribute kept = column("kept", keptType);
    Attribute number = column("number", DataTypes.LongType);
    BatchStep step =
        new BatchStep(
            kernel,
            List.of((Expression) number),
            new IsNotNull((Expression) number),
            List.of(new CountedKernel.Doubled()),
            List.of(0));
    Map<BatchMetric, SQLMetric> metrics = new EnumMap<>(BatchMetric.class);
    for (BatchMetric metric : BatchMetric.values()) {
      metrics.put(metric, new SQLMetric("sum", 0));
    }
    return new BatchTask(
            List.of(step),
            1,
            List.of(kept),
            List.of(kept, number),
            Map.of(),
            Duration.ofSeconds(30),
            new TaskMetrics(metrics))
        .run(rows);
  }

  private static InternalRow row(Object kept, Object number) {
    return new GenericInternalRow(new Object[] {kept, number});
  }

  private static Iterator<InternalRow> numbers(int count) {
    return LongStream.range(0, count).mapToObj(n -> row(n, n)).iterator();
  }

  @Test
  void theEndOfATaskGivesBackWhatIsReadAndWhatIsUnderWay() {
    Iterator<InternalRow> rows =
        answered(new CountedKernel(2, false), DataTypes.LongType, numbers(1000));
    for (long n = 0; n < 5; n++) {
      assertThat(rows.next().getLong(NUMBER)).isEqualTo(2 * n);
    }
    assertThat(CountedKernel.SENT).as("some are under way").hasSizeGreaterThan(3);
    assertThat(CountedKernel.OPEN_RUNNERS).hasValue(1);

    context.markTaskCompleted(ScalaBridge.toOption(Optional.empty()));
    CountedKernel.answerAll();

    assertThat(CountedKernel.OPEN_RUNNERS).hasValue(0);
    assertThat(CountedKernel.OPEN_ANSWERS).hasValue(0);
  }

  @Test
  void theEndOfATaskGivesBackTheAnswerThatIsBeingRead() {
    Iterator<InternalRow> rows =
        answered(new CountedKernel(4, true), DataTypes.LongType, numbers(1000));
    assertThat(rows.next().getLong(NUMBER)).isZero();
    assertThat(CountedKernel.SENT).as("nothing else is under way").hasSize(1);

    context.markTaskCompleted(ScalaBridge.toOption(Optional.empty()));

    assertThat(CountedKernel.OPEN_ANSWERS).hasValue(0);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aReaderGivesBackWhatItWasReadingWhenAnotherThreadEndedTheTask() throws Exception {
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    Iterator<InternalRow> input =
        LongStream.range(0, 1000)
            .mapToObj(
                n -> {
                  if (n == 50) {
                    reading.countDown();
                    await(ended);
                  }
                  return row(n, n);
                })
            .iterator();
    Iterator<InternalRow> rows = answered(new CountedKernel(4, true), DataTypes.LongType, input);
    FutureTask<Integer> reader =
        new FutureTask<>(
            () -> {
              int read = 0;
              while (rows.hasNext()) {
                rows.next();
                read++;
              }
              return read;
            });
    new Thread(reader, "reader").start();
    await(reading);

    context.markTaskCompleted(ScalaBridge.toOption(Optional.empty()));
    assertThat(CountedKernel.OPEN_RUNNERS).as("in use").hasValue(1);
    ended.countDown();

    assertThat(reader.get(30, TimeUnit.SECONDS)).isEqualTo(48);
    assertThat(CountedKernel.OPEN_RUNNERS).hasValue(0);
    assertThat(CountedKernel.OPEN_ANSWERS).hasValue(0);
    assertThat(CountedKernel.SENT).as("nothing more is sent").hasSize(12);
  }

  @Test
  void aTaskThatIsReadToItsEndHasGivenAllBack() {
    Iterator<InternalRow> rows =
        answered(new CountedKernel(3, true), DataTypes.LongType, numbers(10));
    int count = 0;
    while (rows.hasNext()) {
      assertThat(rows.next().getLong(NUMBER)).isEqualTo(2L * count++);
    }

    assertThat(count).isEqualTo(10);
    assertThat(CountedKernel.SENT).containsExactly(3, 3, 3, 1);
    assertThat(CountedKernel.OPEN_RUNNERS).hasValue(0);
    assertThat(CountedKernel.OPEN_ANSWERS).hasValue(0);
  }

  @Test
  void rowsThatTheGuardKeepsOutAreNullAmongTheirNeighbours() {
    List<InternalRow> input =
        List.of(row(0L, 10L), row(1L, null), row(2L, 20L), row(3L, null), row(4L, 30L));
    List<Long> answers = new ArrayList<>();
    Iterator<InternalRow> rows =
        answered(new CountedKernel(3, true), DataTypes.LongType, input.iterator());
    while (rows.hasNext()) {
      InternalRow row = rows.next();
      answers.add(row.isNullAt(NUMBER) ? null : row.getLong(NUMBER));
    }

    assertThat(answers).containsExactly(20L, null, 40L, null, 60L);
  }

  @Test
  void largeKeptColumnsAreNotGatheredBeyond16Megabytes() {
    byte[] megabyte = new byte[1 << 20];
    Iterator<InternalRow> input = Collections.nCopies(40, row(megabyte, 1L)).iterator();
    Iterator<InternalRow> rows =
        answered(new CountedKernel(1000, true), DataTypes.BinaryType, input);
    IntStream.range(0, 40).forEach(i -> assertThat(rows.next().getLong(NUMBER)).isEqualTo(2));

    assertThat(rows.hasNext()).isFalse();
    assertThat(CountedKernel.SENT).containsExactly(16, 16, 8);
  }
}
