package io.cerium.catalyst.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.cerium.engine.tensor.TensorPool;
import java.time.Duration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** Tasks whose rows are not read to the end give back the memory of what they have begun. */
class UnfinishedTaskTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static void assertAllIsGivenBack(Runnable query) {
    long before = TensorPool.shared().outstandingBytes();
    query.run();
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(TensorPool.shared().outstandingBytes()).isEqualTo(before));
  }

  @Test
  void underALimit() {
    assertAllIsGivenBack(
        () ->
            assertThat(
                    PredictSession.rows(
                        "SELECT predict(efficientnet, content, batch_size => 2).label FROM"
                            + " (SELECT * FROM photos WHERE try_decode_image(content) IS NOT NULL)"
                            + " LIMIT 1"))
                .hasSize(1));
  }

  @Test
  void wherePartOfABatchIsWanted() {
    assertAllIsGivenBack(
        () ->
            assertThat(
                    PredictSession.rows(
                        "SELECT photo FROM (SELECT photo,"
                            + " predict(efficientnet, content, batch_size => 4).score AS s"
                            + " FROM photos) WHERE s > 0 LIMIT 1"))
                .hasSize(1));
  }

  @Test
  void whereARowFails() {
    assertAllIsGivenBack(
        () ->
            assertThatThrownBy(
                    () ->
                        PredictSession.rows(
                            "SELECT predict(efficientnet, IF(photo = 'koala.jpg', X'00', content),"
                                + " batch_size => 2).label FROM photos"))
                .hasStackTraceContaining("IMAGE_DECODE_FAILED"));
  }

  @Test
  void whereTheQueryIsCancelled() {
    SparkSession spark = PredictSession.spark();
    assertAllIsGivenBack(
        () -> {
          Thread query =
              new Thread(
                  () -> {
                    spark.sparkContext().setJobGroup("unfinished", "is cancelled", false);
                    PredictSession.rows(
                        "SELECT avg(predict(efficientnet, content).score)"
                            + " FROM photos CROSS JOIN range(1000)");
                  });
          query.setUncaughtExceptionHandler((thread, cancelled) -> {});
          query.start();
          await()
              .atMost(PATIENCE)
              .until(
                  () ->
                      spark.sparkContext().statusTracker().getJobIdsForGroup("unfinished").length
                          > 0);
          await().atMost(PATIENCE).until(() -> TensorPool.shared().outstandingBytes() > 0);
          spark.sparkContext().cancelJobGroup("unfinished");
          await().atMost(PATIENCE).until(() -> !query.isAlive());
        });
  }
}
