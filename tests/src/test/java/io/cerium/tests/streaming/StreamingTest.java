package io.cerium.tests.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerium.tests.session.QuickStart;
import io.cerium.tests.session.Repository;
import io.cerium.tests.session.SharedSpark;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.Trigger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** predict in Structured Streaming: photos that arrive a few at a time. */
class StreamingTest {
  private static final long TIMEOUT_MS = 300_000;

  private SparkSession session;

  @BeforeEach
  void startStream() {
    session = SharedSpark.newSession();
    QuickStart.prepare(session);
    session
        .readStream()
        .format("binaryFile")
        .schema("path STRING, modificationTime TIMESTAMP, length BIGINT, content BINARY")
        .option("pathGlobFilter", "*.{jpg,png,webp}")
        .option("maxFilesPerTrigger", 4)
        .load(Repository.examples().resolve("photos").toUri().toString())
        .selectExpr("element_at(split(path, '/'), -1) AS photo", "content")
        .createOrReplaceTempView("arriving");
  }

  @Test
  void answersOfAllBatchesAreThoseOfOneQuery() throws Exception {
    String select =
        "SELECT photo, predict(efficientnet, content).label AS what FROM %s"
            + " WHERE predict(efficientnet, content).score > 0.5";
    long batches = run(session.sql(select.formatted("arriving")), "labels", "append");

    assertThat(batches).isEqualTo(4);
    assertThat(session.table("labels").collectAsList())
        .hasSizeGreaterThan(10)
        .containsExactlyInAnyOrderElementsOf(rows(select.formatted("photos")));
  }

  @Test
  void aggregatesOverBatches() throws Exception {
    String select =
        "SELECT predict(efficientnet, content).score > 0.9 AS sure, count(*) AS n FROM %s GROUP BY"
            + " predict(efficientnet, content).score > 0.9";
    run(session.sql(select.formatted("arriving")), "counts", "complete");

    assertThat(session.table("counts").collectAsList())
        .hasSize(2)
        .containsExactlyInAnyOrderElementsOf(rows(select.formatted("photos")));
  }

  private List<Row> rows(String sql) {
    return session.sql(sql).collectAsList();
  }

  private static long run(Dataset<Row> stream, String sink, String mode) throws Exception {
    StreamingQuery query =
        stream
            .writeStream()
            .format("memory")
            .queryName(sink)
            .outputMode(mode)
            .trigger(Trigger.AvailableNow())
            .start();
    try {
      assertThat(query.awaitTermination(TIMEOUT_MS)).as("ended in time").isTrue();
      return query.lastProgress().batchId() + 1;
    } finally {
      query.stop();
    }
  }
}
