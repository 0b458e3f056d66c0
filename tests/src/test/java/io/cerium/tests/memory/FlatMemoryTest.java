package io.cerium.tests.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerium.tests.session.QuickStart;
import io.cerium.tests.session.Repository;
import io.cerium.tests.session.SharedSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A hundred thousand pictures, some of them damaged, leave no native memory behind. Runs in a JVM
 * of its own whose heap is touched at its start, so that what grows is native (see the pom).
 */
@Tag("flat-memory")
class FlatMemoryTest {
  private static final int ROUNDS = 20;
  private static final int ROWS_A_ROUND = 5_000;

  /** Rounds in which caches fill, code is compiled and the allocator finds its size. */
  private static final int WARM_UP = 8;

  /** What a leak of one 32 x 32 tensor in a hundred rows would exceed in the measured rounds. */
  private static final long ALLOWED_GROWTH = 24L << 20;

  @Test
  void residentMemoryIsFlatAfterWarmUp() throws IOException {
    SparkSession session = SharedSpark.newSession();
    QuickStart.prepare(session);
    Path models = Repository.tests().resolve("src/test/resources/models");
    session.sql(
        "CREATE OR REPLACE MODEL colours USING onnx LOCATION '%s' OPTIONS (labels = '%s')"
            .formatted(models.resolve("tiny_image.onnx"), models.resolve("colours.txt")));
    Path thumbnails = SharedSpark.work().resolve("thumbnails");
    session
        .sql(
            "SELECT encode_image(resize(content, 48, 32), 'jpeg') AS content FROM photos UNION ALL"
                + " SELECT substring(content, 1, 500) FROM photos WHERE photo = 'dog.jpg'")
        .coalesce(1)
        .write()
        .parquet(thumbnails.toUri().toString());
    session.read().parquet(thumbnails.toUri().toString()).createOrReplaceTempView("thumbnails");
    long[] resident = new long[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      Row counts =
          session
              .sql(
                  "SELECT count(*), count(try_predict(colours, content)),"
                      + " count(encode_image(resize(try_decode_image(content), 20, 20), 'png'))"
                      + " FROM thumbnails CROSS JOIN range(%d)".formatted(ROWS_A_ROUND / 16 + 1))
              .head();
      assertThat(counts.getLong(0)).isGreaterThanOrEqualTo(ROWS_A_ROUND);
      assertThat(counts.getLong(1)).isEqualTo(counts.getLong(0) / 16 * 15);
      assertThat(counts.getLong(2)).isEqualTo(counts.getLong(1));
      resident[round] = residentBytes();
    }
    session.sql("DROP MODEL colours");
    long before = Arrays.stream(resident, WARM_UP, WARM_UP + 4).max().orElseThrow();
    long after = Arrays.stream(resident, ROUNDS - 4, ROUNDS).min().orElseThrow();
    assertThat(after - before)
        .as("growth of resident memory; after each round: %s", Arrays.toString(resident))
        .isLessThan(ALLOWED_GROWTH);
  }

  private static long residentBytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
        .findFirst()
        .orElseThrow();
  }
}
