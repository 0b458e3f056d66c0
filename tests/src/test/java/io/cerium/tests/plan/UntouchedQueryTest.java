package io.cerium.tests.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerium.tests.golden.SqlAnswer;
import io.cerium.tests.session.Repository;
import io.cerium.tests.session.SharedSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.QueryExecution;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Statements that use nothing of Cerium: plans, answers and errors are those of plain Spark. */
class UntouchedQueryTest {
  private static SparkSession extended;
  private static SparkSession plain;

  @BeforeAll
  static void startSessions() {
    extended = SharedSpark.newSession();
    plain = SharedSpark.newPlainSession();
    for (SparkSession session : List.of(extended, plain)) {
      assertThat(session.sessionState().sqlParser().getClass().getName().contains("cerium"))
          .isEqualTo(session == extended);
      session.conf().set("spark.sql.shuffle.partitions", "3");
      session.sql(
          "CREATE OR REPLACE TEMPORARY VIEW people AS SELECT * FROM VALUES"
              + " (1, 'ann', 30, 'paris', 10.5D), (2, 'bob', NULL, 'rome', 20.0D),"
              + " (3, 'cid', 41, 'paris', NULL), (4, NULL, 25, NULL, 7.25D)"
              + " AS t (id, name, age, city, pay)");
      session.sql(
          "CREATE OR REPLACE TEMPORARY VIEW orders AS SELECT id, id % 5 AS person,"
              + " CAST(id * 1.5 AS DECIMAL(10, 2)) AS amount,"
              + " date_add(DATE '2024-01-01', CAST(id AS INT)) AS day FROM range(40)");
    }
    String folder = SharedSpark.work().resolve("untouched").toString();
    extended.table("orders").write().parquet(folder);
    for (SparkSession session : List.of(extended, plain)) {
      session.read().parquet(folder).createOrReplaceTempView("stored");
    }
  }

  @TestFactory
  Stream<DynamicTest> isThatOfPlainSpark() throws IOException {
    String script =
        Files.readString(Repository.tests().resolve("src/test/resources/untouched.sql"));
    return Stream.of(script.split(";\\s*\n"))
        .filter(statement -> !statement.isBlank())
        .map(statement -> DynamicTest.dynamicTest(statement.strip(), () -> compare(statement)));
  }

  private static void compare(String sql) {
    SqlAnswer expected = SqlAnswer.of(plain, sql);
    SqlAnswer actual = SqlAnswer.of(extended, sql);
    assertThat(withoutNumbers(actual.toString())).isEqualTo(withoutNumbers(expected.toString()));
    if (expected.error() == null) {
      assertThat(plans(extended, sql)).isEqualTo(plans(plain, sql));
    }
  }

  private static String plans(SparkSession session, String sql) {
    QueryExecution query = session.sql(sql).queryExecution();
    return withoutNumbers(
        query.analyzed() + "\n" + query.optimizedPlan() + "\n" + query.executedPlan());
  }

  /** Spark counts up expressions and plans. */
  private static String withoutNumbers(String plan) {
    return plan.replaceAll("#\\d+L?", "#")
        .replaceAll("CTERelation(Def|Ref) \\d+", "CTERelation$1")
        .replaceAll("plan_id=\\d+", "plan_id=")
        .replaceAll("_(w|we|groupingexpression|gen_alias)_?\\d+", "_$1");
  }
}
