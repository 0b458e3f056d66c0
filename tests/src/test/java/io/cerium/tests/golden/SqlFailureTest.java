package io.cerium.tests.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;

class SqlFailureTest {
  private static final CeriumException FAILURE =
      CeriumException.of(ErrorCode.STATEMENT_SYNTAX, "problem", "It is wrong.");

  @Test
  void takesClassStateAndTextApart() {
    assertThat(SqlFailure.of(FAILURE))
        .isEqualTo(new SqlFailure("STATEMENT_SYNTAX", "42601", "It is wrong.", false));
  }

  @Test
  void looksBehindSparksWrapping() {
    Throwable task = new RuntimeException("codegen", FAILURE);
    Throwable job = new SparkException("Job aborted due to stage failure: ...", task);

    assertThat(SqlFailure.of(job))
        .isEqualTo(new SqlFailure("STATEMENT_SYNTAX", "42601", "It is wrong.", true));
  }

  @Test
  void tellsNotWhatCausedCeriumsFailure() {
    Throwable failure =
        CeriumException.causedBy(
            new IllegalStateException("inner"), ErrorCode.STATEMENT_SYNTAX, "problem", "So.");

    assertThat(SqlFailure.of(failure).message()).isEqualTo("So.");
  }

  @Test
  void dropsPositionAndPlan() {
    Throwable failure = new IllegalStateException("Not so; line 1 pos 7;\n'Project [x]\n+- ...");

    assertThat(SqlFailure.of(failure).message()).isEqualTo("Not so");
  }
}
