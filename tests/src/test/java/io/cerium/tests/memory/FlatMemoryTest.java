package io.cerium.tests.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerium.tests.session.QuickStart;
import io.cerium.tests.session.Repository;
import io.cerium.tests.session.SharedSpark;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A hundred thousand pictures, some of them damaged, leave no native memory behind. Runs in a JVM
 * of its own whose heap is touched at its start and which keeps account of its own memory (see the
 * pom): what is resident beyond that account is the native libraries'. Without that, compiled code
 * and Spark's threads would hide some megabytes.
 */
@Tag("flat-memory")
class FlatMemoryTest {
  private static final String DIAGNOSTICS = "com.sun.management:type=DiagnosticCommand";
  private static final String TRIM = "systemTrimNativeHeap";
  private static final int ROUNDS = 20;
  private static final int ROWS_A_ROUND = 5_000;

  /** Rounds in which caches fill, code is compiled and the allocator finds its size. */
  private static final int WARM_UP = 8;

  /** Rounds that show the level before; all after them show the level then. */
  private static final int LEVEL = 4;

  /**
   * What a leak of 160 bytes a row, one 32 x 32 tensor in 77 rows, adds to the lowest level. The
   * lowest of some rounds: threads that end and memory that the allocator keeps raise single ones.
   */
  private static final long ALLOWED_GROWTH = 160L * LEVEL * ROWS_A_ROUND;

  @Test
  void nativeMemoryIsFlatAfterWarmUp() throws IOException, JMException {
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
        .write()
        .parquet(thumbnails.toUri().toString());
    session.read().parquet(thumbnails.toUri().toString()).createOrReplaceTempView("few");
    Path many = SharedSpark.work().resolve("many-thumbnails");
    session
        .sql("SELECT content FROM few CROSS JOIN range(%d)".formatted(ROWS_A_ROUND / 16 + 1))
        .coalesce(1)
        .write()
        .parquet(many.toUri().toString());
    session.read().parquet(many.toUri().toString()).createOrReplaceTempView("thumbnails");
    long[] outside = new long[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      Row counts =
          session
              .sql(
                  "SELECT count(*), count(try_predict(colours, content)),"
                      + " count(encode_image(resize(try_decode_image(content), 20, 20), 'png'))"
                      + " FROM thumbnails")
              .head();
      assertThat(counts.getLong(0)).isGreaterThanOrEqualTo(ROWS_A_ROUND);
      assertThat(counts.getLong(1)).isEqualTo(counts.getLong(0) / 16 * 15);
      assertThat(counts.getLong(2)).isEqualTo(counts.getLong(1));
      trim();
      outside[round] = residentBytes() - accountedBytes();
    }
    session.sql("DROP MODEL colours");
    long before = Arrays.stream(outside, WARM_UP, WARM_UP + LEVEL).min().orElseThrow();
    long after = Arrays.stream(outside, WARM_UP + LEVEL, ROUNDS).min().orElseThrow();
    assertThat(after - before)
        .as("growth of native memory; after each round: %s", Arrays.toString(outside))
        .isLessThan(ALLOWED_GROWTH);
  }

  /** What the JVM holds for itself: heap, compiled code, classes, threads; no direct buffers. */
  private static long accountedBytes() throws JMException {
    String summary = diagnose("vmNativeMemory", "summary");
    return committed(summary, "Total:") - committed(summary, "Other ");
  }

  /**
   * What the compiler and threads that ended gave back stays resident until it is trimmed. Java has
   * the command since 17.0.9; without it the levels have steps.
   */
  private static void trim() throws JMException {
    boolean isThere =
        Arrays.stream(
                ManagementFactory.getPlatformMBeanServer()
                    .getMBeanInfo(new ObjectName(DIAGNOSTICS))
                    .getOperations())
            .anyMatch(operation -> operation.getName().equals(TRIM));
    if (isThere) {
      diagnose(TRIM);
    }
  }

  /** Runs a command of the JVM's own, as jcmd does. */
  private static String diagnose(String command, String... words) throws JMException {
    Object[] values = words.length == 0 ? new Object[0] : new Object[] {words};
    String[] types = words.length == 0 ? new String[0] : new String[] {String[].class.getName()};
    return (String)
        ManagementFactory.getPlatformMBeanServer()
            .invoke(new ObjectName(DIAGNOSTICS), command, values, types);
  }

  private static long committed(String summary, String category) {
    Matcher line = Pattern.compile(category + ".*committed=(\\d+)KB").matcher(summary);
    assertThat(line.find()).as("native memory tracking is on").isTrue();
    return Long.parseLong(line.group(1)) * 1024;
  }

  private static long residentBytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
        .findFirst()
        .orElseThrow();
  }
}
