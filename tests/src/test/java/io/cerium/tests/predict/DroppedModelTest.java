package io.cerium.tests.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerium.tests.session.Repository;
import io.cerium.tests.session.SharedSpark;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** DROP MODEL takes a model from the statements that come, not from those that are under way. */
class DroppedModelTest {
  private static final int PATIENCE_SECONDS = 120;
  private static final int ROWS = 2_000;

  // Tasks run in this process, but what they are sent is copied: only statics are shared.
  private static CountDownLatch running;
  private static CountDownLatch dropped;

  private final SparkSession session = SharedSpark.newSession();

  @BeforeEach
  void register() {
    running = new CountDownLatch(1);
    dropped = new CountDownLatch(1);
    session.sql(
        "CREATE MODEL passing USING onnx LOCATION '"
            + Repository.tests().resolve("src/test/resources/models/difference.onnx")
            + "'");
    session
        .udf()
        .register(
            "once_dropped",
            (UDF1<Long, Long>) DroppedModelTest::waitAfterTheFirstHundred,
            DataTypes.LongType);
  }

  private static Long waitAfterTheFirstHundred(Long id) throws InterruptedException {
    if (id % 1000 == 100) {
      running.countDown();
      assertThat(dropped.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }
    return id;
  }

  /** What the model says of (price, cost) = (id, 1): 2 * id - 1. */
  private static List<Double> answers() {
    return LongStream.range(0, ROWS).mapToObj(id -> 2.0 * id - 1).toList();
  }

  private static List<Double> collect(Dataset<Row> query) {
    return query.as(Encoders.DOUBLE()).collectAsList();
  }

  private Dataset<Row> query(String price) {
    return session.sql(
        "SELECT CAST(predict(passing, %s, 1) AS DOUBLE) FROM range(0, %d, 1, 2)"
            .formatted(price, ROWS));
  }

  private void drop() {
    session.sql("DROP MODEL passing");
    assertThatThrownBy(() -> query("id")).hasMessageContaining("[MODEL_NOT_FOUND]");
  }

  @Test
  void aRunningQueryEndsRight() throws Exception {
    Dataset<Row> query = query("once_dropped(id)");
    CompletableFuture<List<Double>> answers = CompletableFuture.supplyAsync(() -> collect(query));
    assertThat(running.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();

    drop();
    dropped.countDown();

    assertThat(answers.get(PATIENCE_SECONDS, TimeUnit.SECONDS))
        .containsExactlyElementsOf(answers());
  }

  @Test
  void aQueryThatWasAnalysedBeforeRuns() {
    Dataset<Row> query = query("id");

    drop();

    assertThat(collect(query)).containsExactlyElementsOf(answers());
  }
}
