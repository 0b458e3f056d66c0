package io.cerium.catalyst.parser;

import static io.cerium.catalyst.TestSpark.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.cerium.catalyst.SqlFailure;
import io.cerium.catalyst.TestSpark;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.parser.ParserInterface;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.UnresolvedWith;
import org.apache.spark.sql.execution.SparkSqlParser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnNameCallsTest {
  private final ParserInterface parser = TestSpark.session().sessionState().sqlParser();

  @BeforeAll
  static void createModels() {
    TestSpark.createSmall("own_call");
    TestSpark.createSmall("own_ns.own_call");
    TestSpark.createSmall("upper");
  }

  private String parsed(String sql) throws ParseException {
    return text(parser.parsePlan(sql));
  }

  /** The parsed plan in words, the plans inside of others too. */
  private static String text(LogicalPlan plan) {
    StringBuilder text = new StringBuilder(plan.treeString());
    if (plan instanceof UnresolvedWith with) {
      text.append(with.innerChildren().mkString());
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT own_call(a) FROM t",
        "SELECT OWN_CALL(a) AS p FROM t WHERE own_call(b) > 1",
        "SELECT `own_call`(a), lower(own_call(a).x) FROM t ORDER BY own_call(a)",
        "SELECT a FROM t GROUP BY a HAVING max(own_call(a)) > 1",
        "SELECT (SELECT own_call(a) FROM u) FROM t WHERE EXISTS (SELECT own_call(b) FROM v)",
        "SELECT a FROM t WHERE b IN (SELECT own_call(c) FROM u)",
        "WITH c AS (SELECT own_call(a) AS p FROM t) SELECT p, own_call(p) FROM c",
        "WITH c AS (WITH d AS (SELECT own_call(a) FROM t) SELECT * FROM d) SELECT * FROM c",
        "SELECT * FROM t LATERAL VIEW explode(own_call(a)) x AS y",
        "SELECT * FROM t JOIN u ON own_call(t.a) = u.b",
        "SELECT sum(own_call(a)) OVER (PARTITION BY own_call(b)) FROM t",
        "SELECT transform(a, x -> own_call(x)) FROM t",
        "SELECT CASE WHEN a THEN own_call(b) END FROM VALUES (own_call(1)) AS t(a)",
        "INSERT INTO u SELECT own_call(a) FROM t",
        "CREATE TABLE u USING parquet AS SELECT own_call(a) FROM t",
        "CREATE VIEW v AS SELECT own_call(a) FROM t",
        "CREATE TEMPORARY VIEW v AS SELECT own_call(a) FROM t",
        "CACHE TABLE c AS SELECT own_call(a) FROM t",
        "SELECT a FROM t UNION ALL SELECT own_call(b) FROM u",
        "UPDATE t SET a = own_call(b)",
        "DELETE FROM t WHERE own_call(a) = 1",
      })
  void aModelIsCalledByItsName(String sql) throws ParseException {
    String before = text(new SparkSqlParser().parsePlan(sql));
    String after = parsed(sql);
    int calls = before.toLowerCase(java.util.Locale.ROOT).split("'own_call\\(", -1).length;
    assertThat(after.split("'predict\\((?i:own_call)", -1)).hasSize(calls).hasSizeGreaterThan(1);
  }

  @Test
  void namespacesExpressionsAndExplainToo() throws ParseException {
    assertThat(parsed("SELECT own_ns.own_call(a, b) FROM t"))
        .contains("'predict(own_ns.own_call, 'a, 'b)");
    assertThat(parser.parseExpression("own_call(a) + 1").toString())
        .contains("'predict(own_call, 'a)");
    assertThat(parser.parseQuery("SELECT own_call(a)").treeString()).contains("'predict(own_call");
    assertThat(rows("EXPLAIN EXTENDED SELECT own_call(a) FROM VALUES (1) AS t(a)"))
        .singleElement()
        .asString()
        .contains("predict(own_call");
  }

  @Test
  void aFunctionOfTheNameComesFirst() throws ParseException {
    assertThat(parsed("SELECT upper(a) FROM t")).doesNotContain("predict");
    SparkSession session = TestSpark.newSession();
    session
        .udf()
        .register(
            "own_call", (Integer x) -> x + 1, org.apache.spark.sql.types.DataTypes.IntegerType);
    assertThat(session.sql("SELECT own_call(1)").collectAsList().get(0).getInt(0)).isEqualTo(2);
  }

  @Test
  void whatIsNeitherKeepsSparksError() {
    SqlFailure.of("SELECT no_such_call(1)").is("UNRESOLVED_ROUTINE", "42883", "no_such_call");
    SqlFailure.of("SELECT no_ns.own_call(1)").is("UNRESOLVED_ROUTINE", "42883", "no_ns");
    SqlFailure.of("SELECT `a@b.c`(1)").is("UNRESOLVED_ROUTINE", "42883", "a@b.c");
  }

  @Test
  void aPlanWithoutModelsIsTheSameObject() throws ParseException {
    OwnNameCalls calls = new OwnNameCalls(new SessionNames(TestSpark.session()));
    LogicalPlan plan =
        new SparkSqlParser().parsePlan("WITH c AS (SELECT upper(a) FROM t) SELECT max(a) FROM c");
    assertThat(calls.rewrite(plan)).isSameAs(plan);
  }
}
