package io.cerium.catalyst.parser;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerium.catalyst.TestSpark;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.parser.ParserInterface;
import org.apache.spark.sql.execution.SparkSqlParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is Spark's goes to Spark as it was typed, and its plans and errors come back unchanged. */
class PassThroughTest {
  private final ParserInterface alone = new SparkSqlParser();
  private final ParserInterface ours = TestSpark.session().sessionState().sqlParser();

  static List<String> statements() throws IOException {
    try (InputStream in =
        PassThroughTest.class.getResourceAsStream("/parser/spark-statements.sql")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.split(";\n")).toList();
    }
  }

  /** The plan without the numbers that Spark counts up, or the whole error. */
  private static String outcome(ParserInterface parser, String text) {
    try {
      return parser.parsePlan(text).treeString().replaceAll("#\\d+L?", "#");
    } catch (ParseException e) {
      return e.getErrorClass() + " " + e.getSqlState() + " " + e.getMessage();
    }
  }

  @ParameterizedTest
  @MethodSource("statements")
  void aStatementOfSparkIsUntouched(String text) {
    assertThat(outcome(ours, text)).isEqualTo(outcome(alone, text));
    assertThat(StatementText.find(text)).isEmpty();
  }

  @Test
  void otherTextsAreUntouchedToo() throws ParseException {
    assertThat(ours.parseExpression("a + model(b)").toString())
        .isEqualTo(alone.parseExpression("a + model(b)").toString());
    assertThat(ours.parseQuery("SELECT model FROM t").treeString())
        .isEqualTo(alone.parseQuery("SELECT model FROM t").treeString());
    assertThat(ours.parseTableIdentifier("model.models"))
        .isEqualTo(alone.parseTableIdentifier("model.models"));
    assertThat(ours.parseFunctionIdentifier("model.predict"))
        .isEqualTo(alone.parseFunctionIdentifier("model.predict"));
    assertThat(ours.parseMultipartIdentifier("a.model.`b c`"))
        .isEqualTo(alone.parseMultipartIdentifier("a.model.`b c`"));
    assertThat(ours.parseTableSchema("model INT, b STRING"))
        .isEqualTo(alone.parseTableSchema("model INT, b STRING"));
    assertThat(ours.parseDataType("struct<model: int>"))
        .isEqualTo(alone.parseDataType("struct<model: int>"));
  }
}
