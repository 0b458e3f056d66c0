package io.cerium.functions.catalyst;

import static io.cerium.functions.catalyst.LocalSpark.rows;
import static io.cerium.functions.catalyst.LocalSpark.value;
import static io.cerium.functions.catalyst.SqlError.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scalar functions; the toys of the tests show that one class is all that a function takes. */
class KernelCallTest {
  @Test
  void formsAreChosenByType() {
    assertThat(value("SELECT toy_times(6, 7)")).isEqualTo(42L);
    assertThat(value("SELECT toy_times(6)")).isEqualTo(12L);
    assertThat(value("SELECT toy_times('ab', 3)")).isEqualTo("ababab");
    assertThat(value("SELECT toy_times('ab', separator => '-')")).isEqualTo("ab-ab");
    assertThat(value("SELECT toy_times(text => 5)")).isEqualTo("55");
    assertThat(value("SELECT toy_times(value => 5)")).isEqualTo(10L);
    assertThat(value("SELECT toy_times(date'2024-01-02')")).isEqualTo("2024-01-022024-01-02");
  }

  @Test
  void aFunctionOfSparkKeepsItsName() {
    assertThat(value("SELECT repeat('ab', 3)")).isEqualTo("ababab");
    assertRefused("SELECT repeat('ab')", "WRONG_NUM_ARGS.WITHOUT_SUGGESTION", "42605");
    assertThat(value("SELECT toy_product(2)")).isEqualTo(4L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "1L",
        "1F",
        "1D",
        "true",
        "'a'",
        "X'0102'",
        "timestamp'2024-05-06 07:08:09.123456'",
        "array('a', NULL)",
        "map('a', 1D, 'b', NULL)",
        "array(1, 2)",
        "array(1L, 2L)",
        "array(1F, 2F)",
        "array(1D, 2D)",
        "named_struct('label', 'a', 'box_width', 2D, 'corners', array(1, NULL))",
        "named_struct('label', string(NULL), 'box_width', 2D, 'corners', array(1))",
      })
  void everyTypeComesBackAsItWent(String value) {
    String table = " FROM (SELECT explode(array(" + value + ")) AS v)";
    List<Row> constant = rows("SELECT typeof(toy_echo(" + value + ")), toy_echo(" + value + ")");
    List<Row> expected = rows("SELECT typeof(v), v" + table);
    assertThat(constant).isEqualTo(expected);
    assertThat(rows("SELECT typeof(toy_echo(v)), toy_echo(v)" + table)).isEqualTo(expected);
    assertThat(rows(interpreted(), "SELECT typeof(toy_echo(v)), toy_echo(v)" + table))
        .isEqualTo(expected);
  }

  private static SparkSession interpreted() {
    SparkSession session = LocalSpark.session().newSession();
    session.conf().set("spark.sql.codegen.factoryMode", "NO_CODEGEN");
    session.conf().set("spark.sql.codegen.wholeStage", "false");
    session
        .conf()
        .set(
            "spark.sql.optimizer.excludedRules",
            "org.apache.spark.sql.catalyst.optimizer.ConvertToLocalRelation");
    return session;
  }

  @Test
  void nullGivesNull() {
    String sql = "SELECT toy_times(v, t) FROM VALUES (1L, 2), (NULL, 2), (1L, NULL) AS x (v, t)";
    List<Row> expected =
        List.of(
            RowFactory.create(2L),
            RowFactory.create((Object) null),
            RowFactory.create((Object) null));
    assertThat(rows(sql)).isEqualTo(expected);
    assertThat(rows(interpreted(), sql)).isEqualTo(expected);
    assertThat(value("SELECT toy_times(3, NULL)")).isNull();
  }

  @Test
  void aMethodMayGiveNull() {
    assertThat(value("SELECT toy_echo('')")).isNull();
    assertThat(value("SELECT count(toy_echo(v)) FROM VALUES (''), ('a') AS x (v)")).isEqualTo(1L);
  }

  @Test
  void anArrayOfNumbersWithANullIsUnknown() {
    assertThat(value("SELECT toy_echo(array(1, NULL))")).isNull();
    assertThat(
            value(
                "SELECT toy_echo(named_struct('label', 'a', 'box_width', double(NULL),"
                    + " 'corners', array(1)))"))
        .isNull();
  }

  @Test
  void numbersWidenToTheNearestForm() {
    assertThat(value("SELECT typeof(toy_echo(smallint(1)))")).isEqualTo("int");
    assertThat(value("SELECT typeof(toy_echo(0.5))")).isEqualTo("double");
    assertThat(value("SELECT typeof(toy_echo(array(0.5, 1)))")).isEqualTo("array<double>");
  }

  @Test
  void triedFunctionsGiveNullForBadDataOnly() {
    String sql = "SELECT toy_try_parse(v) FROM VALUES ('7'), ('x'), (NULL) AS t (v)";
    List<Row> expected =
        List.of(
            RowFactory.create(7),
            RowFactory.create((Object) null),
            RowFactory.create((Object) null));
    assertThat(rows(sql)).isEqualTo(expected);
    assertThat(rows("SELECT /*+ REPARTITION(1) */ toy_try_parse(v) FROM VALUES ('x') AS t (v)"))
        .containsExactly(RowFactory.create((Object) null));
    assertThat(rows(interpreted(), sql)).isEqualTo(expected);
    assertThatThrownBy(() -> value("SELECT toy_try_parse('broken')"))
        .hasMessageContaining("NATIVE_LIBRARY_UNAVAILABLE");
  }

  @Test
  void columnsAreNamedAfterTheCall() {
    assertThat(
            LocalSpark.session()
                .sql("SELECT toy_times(id, times => 3), toy_times(id) FROM range(1)")
                .columns())
        .containsExactly("toy_times(id, times => 3)", "toy_times(id)");
  }

  @Test
  void equalCallsAreEqual() {
    assertThat(rows("SELECT toy_times(id), count(*) FROM range(4) GROUP BY toy_times(id)"))
        .hasSize(4);
    assertThat(expression("toy_times(id)").semanticEquals(expression("toy_times(id, 2)")))
        .isFalse();
    assertThat(expression("toy_times(1)")).isEqualTo(expression("toy_times(1)"));
    assertThat(expression("toy_times(1)").hashCode())
        .isEqualTo(expression("toy_times(1)").hashCode());
    assertThat(expression("toy_times(1)").clone()).isEqualTo(expression("toy_times(1)"));
    assertThat(expression("toy_times(1)").foldable()).isTrue();
    assertThat(expression("toy_times(id)").foldable()).isFalse();
  }

  private static org.apache.spark.sql.catalyst.expressions.Expression expression(String call) {
    return new Evaluation("SELECT " + call + " FROM range(1)").expression();
  }
}
