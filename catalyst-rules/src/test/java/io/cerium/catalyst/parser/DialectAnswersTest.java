package io.cerium.catalyst.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cerium.catalyst.TestSpark;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.parser.ParserInterface;
import org.apache.spark.sql.execution.SparkSqlParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DialectAnswersTest {
  private final ParserInterface parser = TestSpark.session().sessionState().sqlParser();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "SELECT predict(m, a).* FROM t|SELECT p.* FROM (SELECT *, predict(m, a) AS p FROM t)",
        "select b, predict('m', a).*, c from t where d > 1 order by b limit 3"
            + "|select b, p.*, c FROM (SELECT *, predict('m', a) AS p FROM t where d > 1) order by b limit 3",
        "SELECT ns.f(g(a)).* FROM t;|SELECT p.* FROM (SELECT *, ns.f(g(a)) AS p FROM t) ;",
        "SELECT * FROM (SELECT predict(m).* FROM t)"
            + "|SELECT p.* FROM (SELECT predict(m) AS p FROM ...)",
        "SELECT a, predict(m).* FROM t GROUP BY a"
            + "|SELECT p.* FROM (SELECT predict(m) AS p FROM ...)",
        "SELECT * FROM ML.PREDICT(MODEL `ds.m`, TABLE t) WHERE a > 1"
            + "|SELECT * FROM (SELECT *, predict('ds.m') AS prediction FROM t) WHERE a > 1",
        "SELECT x FROM ml.predict(MODEL m, (SELECT a, b FROM t), STRUCT(0.5 AS threshold)) AS p"
            + "|SELECT x FROM (SELECT *, predict(m) AS prediction FROM (SELECT a, b FROM t)) AS p",
        "SELECT * FROM TABLE(ML_PREDICT(TABLE db.t, MODEL m, DESCRIPTOR(a, b)))"
            + "|SELECT * FROM (SELECT *, predict(m, a, b) AS prediction FROM db.t)",
        "SELECT * FROM ML_PREDICT(TABLE t, MODEL ns.m, DESCRIPTOR(a))"
            + "|SELECT * FROM (SELECT *, predict('ns.m', a) AS prediction FROM t)",
        "SELECT p.x FROM PREDICT(MODEL = @m, DATA = dbo.t AS d) WITH (x FLOAT) AS p"
            + "|SELECT p.x FROM (SELECT *, predict(m) AS prediction FROM dbo.t) AS p",
        "SELECT * FROM PREDICT(MODEL m, TABLE t)"
            + "|SELECT *, predict(model) AS prediction FROM input_table",
        "SELECT m!predict(a, b) AS p FROM t|SELECT predict(m, a, b) AS p FROM t",
        "SELECT db.m!PREDICT_PROBA(a) FROM t|SELECT predict_proba('db.m', a) FROM t",
        "SELECT '\uD83D\uDC3C', m!predict(a) FROM t|SELECT '\uD83D\uDC3C', predict(m, a) FROM t",
      })
  void theAnswerIsTheStatementThatWorks(String text, String works) throws ParseException {
    ParseException error = catchThrowableOfType(ParseException.class, () -> parser.parsePlan(text));
    assertThat(error.getErrorClass()).isEqualTo("STATEMENT_REWRITE");
    assertThat(error.getSqlState()).isEqualTo("42601");
    assertThat(error.getMessageParameters()).containsEntry("remedy", works);
    if (!works.contains("...")) {
      assertThatCode(() -> parser.parsePlan(works)).doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 'predict(m).*' FRM t x y",
        "SELECT a FROM t -- ML.PREDICT(MODEL m, TABLE t)\n WHERE x y z",
        "SELECT /* m!predict(a) */ a b c FROM t",
        "SELECT \"ML_PREDICT(\" a b c FROM t",
        "SELECT count(* FROM t",
        "SELECT a ! = b c d FROM t",
      })
  void otherwiseSparksErrorStands(String text) {
    ParseException ours = catchThrowableOfType(ParseException.class, () -> parser.parsePlan(text));
    ParseException theirs =
        catchThrowableOfType(ParseException.class, () -> new SparkSqlParser().parsePlan(text));
    assertThat(ours.getMessage()).isEqualTo(theirs.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"SELECT predict(m, a) FROM t", "SELECT ml_predict(m, a) FROM t"})
  void whatSparkTakesIsLeftAlone(String text) {
    assertThatCode(() -> parser.parsePlan(text)).doesNotThrowAnyException();
  }
}
