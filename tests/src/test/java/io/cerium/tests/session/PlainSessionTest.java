package io.cerium.tests.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A session without the extension beside one with it, in one application. */
class PlainSessionTest {
  private static final String DOG =
      "SELECT predict('efficientnet', content).label FROM binaryFile.`%s`"
          .formatted(Repository.examples().resolve("photos/dog.jpg"));

  private static final SparkSession EXTENDED = SharedSpark.newSession();
  private static final SparkSession PLAIN = SharedSpark.newPlainSession();

  @BeforeAll
  static void prepare() {
    QuickStart.prepare(EXTENDED);
  }

  @Test
  void hasNoStatementsOfModels() {
    assertThat(EXTENDED.sql("SHOW MODELS").collectAsList()).isNotEmpty();
    assertThatThrownBy(() -> PLAIN.sql("SHOW MODELS")).hasMessageContaining("PARSE_SYNTAX_ERROR");
  }

  @Test
  void answersNoCallAndHindersNone() {
    assertThat(EXTENDED.sql(DOG).head().getString(0)).isEqualTo("German shepherd");
    assertThatThrownBy(() -> PLAIN.sql(DOG).collectAsList())
        .hasMessageContainingAll("[EXTENSION_MISSING]", "predict", "spark.sql.extensions=");
    assertThat(EXTENDED.sql(DOG).head().getString(0)).isEqualTo("German shepherd");
  }

  @Test
  void seesTheNamesOfFunctions() {
    assertThat(PLAIN.sql("DESCRIBE FUNCTION predict").collectAsList())
        .extracting(Row::toString)
        .anyMatch(line -> line.contains("predict"));
    assertThat(PLAIN.sql("SELECT 6 * 7").head().getInt(0)).isEqualTo(42);
  }
}
