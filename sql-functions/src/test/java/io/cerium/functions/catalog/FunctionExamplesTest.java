package io.cerium.functions.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerium.functions.catalog.FunctionDescriptor.ExampleText;
import io.cerium.functions.catalyst.LocalSpark;
import io.cerium.functions.spi.BatchFunction;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the examples of all functions that need no model. */
class FunctionExamplesTest {
  @TestFactory
  Stream<DynamicTest> examples() {
    return FunctionCatalog.all().stream()
        .filter(f -> !BatchFunction.class.isAssignableFrom(f.contract()))
        .flatMap(f -> f.examples().stream().map(e -> test(f, e)));
  }

  private static DynamicTest test(FunctionDescriptor function, ExampleText example) {
    return DynamicTest.dynamicTest(
        function.name() + ": " + example.sql(),
        () -> {
          List<String> rows =
              LocalSpark.rows(example.sql()).stream().map(FunctionExamplesTest::text).toList();
          assertThat(String.join("\n", rows)).isEqualTo(example.result());
        });
  }

  private static String text(Row row) {
    return row.mkString("\t");
  }
}
