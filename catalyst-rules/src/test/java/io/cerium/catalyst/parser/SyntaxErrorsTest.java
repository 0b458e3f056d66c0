package io.cerium.catalyst.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cerium.catalyst.TestSpark;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyntaxErrorsTest {
  private static ParseException refused(String text) {
    return catchThrowableOfType(
        ParseException.class, () -> TestSpark.session().sessionState().sqlParser().parsePlan(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "CREATE MODEL|1|12|at or near end of input: expected a name.",
        "CREATE MODEL m USIN onnx|1|15|'USIN': expected COMMENT, FROM, LOCATION, OPTIONS, USING,",
        "CREATE MODEL m USING|1|20|end of input: expected a name.",
        "CREATE MODEL m USING onnx LOCATION 5|1|35|'5': expected a text in quotes.",
        "CREATE MODEL m USING onnx LOCATION 'a|1|35|''': the quote has no end.",
        "CREATE MODEL m LOCATION 'it''s'|1|28|a quote inside of a text is written \\'.",
        "CREATE MODEL m OPTIONS (a = 1 b = 2)|1|30|'b': expected ')', ','.",
        "CREATE MODEL m OPTIONS (a =)|1|27|')': expected '[', a text in quotes, a number, a name.",
        "DROP MODEL 'm'|1|11|''m'': expected a name.",
        "DROP MODEL m n|1|13|'n': expected the end of the statement.",
        "DESCRIBE MODEL m VERSION x|1|25|'x': expected a number.",
        "SHOW MODELS LIKE m|1|17|'m': expected a text in quotes.",
        "EXPLAIN DROP MODEL|1|18|end of input: expected a name.",
      })
  void aSyntaxErrorTellsItsPlaceAndWhatWasExpected(
      String text, int line, int position, String hint) {
    ParseException error = refused(text);
    assertThat(error.getErrorClass()).isEqualTo("PARSE_SYNTAX_ERROR");
    assertThat(error.getSqlState()).isEqualTo("42601");
    assertThat(error.getMessage())
        .contains("[PARSE_SYNTAX_ERROR] Syntax error at or near ")
        .contains(hint)
        .contains("(line " + line + ", pos " + position + ")")
        .contains("== SQL ==\n" + text.lines().findFirst().orElseThrow());
  }

  @Test
  void linesAreCounted() {
    assertThat(refused("CREATE MODEL m\nUSING onnx\n  LOCATON 'x'"))
        .hasMessageContaining("(line 3, pos 2)")
        .hasMessageContaining("  LOCATON 'x'\n--^^^");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "CREATE MODEL m USING onnx USING http LOCATION 'a'|26|The clause USING stands twice",
        "CREATE MODEL m LOCATION 'a' FROM 'b' USING onnx|28|The clause FROM stands twice",
        "CREATE MODEL m LOCATION 'a'|13|lacks the clause USING provider",
        "CREATE MODEL m USING onnx|13|lacks the clause LOCATION 'uri'",
        "CREATE OR REPLACE MODEL IF NOT EXISTS m USING onnx LOCATION 'a'|31|exclude each other",
        "CREATE TEMPORARY MODEL m USING onnx LOCATION 'a'|7|TEMPORARY models are not supported",
        "CREATE MODEL m USING lightgbm TARGET y AS SELECT 1|30|The clause TARGET of CREATE MODEL",
        "CREATE MODEL m INPUT (a INT) USING http|15|The clause INPUT of CREATE MODEL",
        "CREATE MODEL m TRANSFORM (lower(a) AS a, b)|15|The clause TRANSFORM of CREATE MODEL",
        "CREATE MODEL m USING onnx LOCATION 'a' TAGS (a = 'b')|39|The clause TAGS of CREATE",
        "CREATE MODEL m USING onnx AS SELECT 1|26|The clause AS of CREATE MODEL",
        "CREATE MODEL m OPTIONS (a = 1, A = 2) USING onnx LOCATION 'a'|31|'a' stands twice",
        "CREATE MODEL m OPTIONS (a = b) USING onnx LOCATION 'a'|28|write a = 'b'",
        "DROP MODEL a.b.c|15|at most two parts, namespace.model, but 'a.b.c' has 3",
        "DESCRIBE MODEL m VERSION 99999999999|25|'99999999999' is too large a number",
        "ALTER MODEL m RENAME TO n|0|ALTER MODEL is not supported by this version",
        "SHOW VERSIONS IN MODEL m|0|SHOW VERSIONS is not supported",
        "EXPORT MODEL m TO 'x'|0|EXPORT MODEL is not supported",
      })
  void whatIsNoSyntaxErrorIsToldInASentence(String text, int position, String problem) {
    ParseException error = refused(text);
    assertThat(error.getErrorClass()).isEqualTo("STATEMENT_SYNTAX");
    assertThat(error.getSqlState()).isEqualTo("42601");
    assertThat(error.getMessage())
        .contains(problem)
        .contains(". SQLSTATE: 42601")
        .contains("(line 1, pos " + position + ")");
    assertThat(error.withCommand("around").getSqlState()).isEqualTo("42601");
  }

  @Test
  void aNameThatCannotBeOneIsRefusedWhereItStands() {
    ParseException error = refused("DROP MODEL `a@b`");
    assertThat(error.getErrorClass()).isEqualTo("MODEL_NAME_INVALID");
    assertThat(error.getSqlState()).isEqualTo("42602");
    assertThat(error.getMessage()).contains("(line 1, pos 11)");
  }
}
