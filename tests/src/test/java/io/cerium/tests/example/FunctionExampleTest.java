package io.cerium.tests.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerium.functions.catalog.FunctionCatalog;
import io.cerium.functions.catalog.FunctionDescriptor.ExampleText;
import io.cerium.tests.golden.SqlAnswer;
import io.cerium.tests.session.QuickStart;
import io.cerium.tests.session.Repository;
import io.cerium.tests.session.SharedSpark;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every example of every function answers what its description says. */
class FunctionExampleTest {
  @TestFactory
  Stream<DynamicTest> answersAsDescribed() {
    SparkSession session = SharedSpark.newSession();
    QuickStart.prepare(session);
    return FunctionCatalog.all().stream()
        .flatMap(function -> function.examples().stream())
        .map(example -> DynamicTest.dynamicTest(example.sql(), () -> check(session, example)));
  }

  private static void check(SparkSession session, ExampleText example) {
    String sql = example.sql().replace("${examples}", Repository.examples().toString());
    SqlAnswer answer = SqlAnswer.of(session, sql);

    assertThat(answer.error()).isNull();
    if (sql.contains("ORDER BY")) {
      assertThat(answer.rows()).containsExactlyElementsOf(example.result().lines().toList());
    } else {
      assertThat(answer.rows())
          .containsExactlyInAnyOrderElementsOf(example.result().lines().toList());
    }
  }
}
