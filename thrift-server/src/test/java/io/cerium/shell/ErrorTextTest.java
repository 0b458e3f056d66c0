package io.cerium.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.TimeLimit;
import java.io.FileNotFoundException;
import java.time.Duration;
import org.apache.spark.SparkException;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser$;
import org.junit.jupiter.api.Test;
import scala.collection.immutable.Map$;

class ErrorTextTest {
  private static final CeriumException OURS = TimeLimit.ofBatch("m", Duration.ofSeconds(5));

  @Test
  void ourOwnSentenceIsFoundBelowSparksOwn() {
    SparkException job = new SparkException("Job aborted due to stage failure: Task 0", OURS);
    assertThat(ErrorText.of(new IllegalStateException("wrapped", job)))
        .isEqualTo(OURS.getMessage())
        .endsWith("SQLSTATE: 58KD2");
  }

  @Test
  void ourOwnSentenceIsFoundInTheTextOfAFailureFromAnotherMachine() {
    SparkException job =
        new SparkException(
            "Job aborted: Lost task 0.0 in stage 1.0: io.cerium.engine.error.CeriumException: "
                + OURS.getMessage()
                + "\n\tat io.cerium.engine.Foo.bar(Foo.java:1)\n\nDriver stacktrace:");
    assertThat(ErrorText.of(job)).isEqualTo(OURS.getMessage());
  }

  @Test
  void stackTracesInsideAMessageAreLeftOut() {
    assertThat(ErrorText.of(new SparkException("It failed\n\tat a.B.c(B.java:1)\n\tat a.B.d")))
        .isEqualTo("It failed");
  }

  @Test
  void theDeepestCauseSpeaksWhereNoneHasAClass() {
    Exception failure =
        new RuntimeException("outer", new RuntimeException(new FileNotFoundException("no file x")));
    assertThat(ErrorText.of(failure)).isEqualTo("no file x");
    assertThat(ErrorText.of(new RuntimeException("java.io.IOException: gone")))
        .isEqualTo("IOException: gone");
  }

  @Test
  void sparksOwnSentenceGetsItsStateWhereItHasOne() {
    assertThatThrownBy(() -> CatalystSqlParser$.MODULE$.parsePlan("SELEC 1"))
        .satisfies(
            failure ->
                assertThat(ErrorText.of(new RuntimeException("wrapped", failure)))
                    .startsWith("[PARSE_SYNTAX_ERROR] Syntax error at or near ")
                    .endsWith(" SQLSTATE: 42601"));
    assertThat(
            ErrorText.of(
                new SparkException(
                    "ALL_PARTITION_COLUMNS_NOT_ALLOWED", Map$.MODULE$.empty(), null)))
        .as("has no state")
        .isEqualTo(
            "[ALL_PARTITION_COLUMNS_NOT_ALLOWED] Cannot use all columns for partition columns.");
  }

  @Test
  void aFailureOfSparkWithoutAClassLeavesTheWordToItsCause() {
    Exception failure =
        new SparkException("Job aborted due to stage failure", new FileNotFoundException("no x"));
    assertThat(ErrorText.of(failure)).isEqualTo("no x");
  }

  @Test
  void aFailureWithoutWordsIsNamed() {
    assertThat(ErrorText.of(new NullPointerException())).isEqualTo("NullPointerException");
  }

  @Test
  void textsOfAnyLengthAreRead() {
    String parts = "a.".repeat(200_000);
    assertThat(ErrorText.of(new RuntimeException(parts))).isEqualTo(parts);
    assertThat(ErrorText.of(new RuntimeException(parts + "Lost: x"))).isEqualTo("Lost: x");
  }

  @Test
  void errorsOfTheProcessSayWhatToDo() {
    assertThat(ErrorText.of(new RuntimeException(new StackOverflowError())))
        .startsWith("The statement is nested deeper")
        .endsWith("Nest it less, or split it into several statements or views.");
    assertThat(ErrorText.of(new OutOfMemoryError("Java heap space")))
        .startsWith("The statement needs more memory than this process has (Java heap space). ")
        .contains("fewer rows", "--conf spark.driver.memory=4g");
    assertThat(ErrorText.of(new OutOfMemoryError())).contains("process has. Ask");
  }
}
