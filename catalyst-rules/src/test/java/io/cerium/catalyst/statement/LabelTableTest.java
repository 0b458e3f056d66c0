package io.cerium.catalyst.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerium.catalyst.TestSpark;
import io.cerium.engine.error.CeriumException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelTableTest {
  private static final String RENAMED = "VALUES (2, 'c'), (0, 'a'), (1, 'b') AS t(id, label)";

  @TempDir Path folder;
  private final SparkSession spark = TestSpark.newSession();

  private List<String> labels(String query) {
    spark.sql("CREATE OR REPLACE TEMPORARY VIEW label_view AS " + query);
    return new LabelTable("label_view", spark.table("label_view")).labels();
  }

  private void refused(String query, String problem, String remedy) {
    assertThatThrownBy(() -> labels(query))
        .as(query)
        .isInstanceOf(CeriumException.class)
        .hasMessageContaining("[MODEL_OPTION_INVALID] The option 'labels' names the table")
        .hasMessageContaining("'label_view', " + problem)
        .hasMessageContaining(remedy);
  }

  private String written(Dataset<Row> rows, int files) {
    String path = folder.resolve("files" + files).toString();
    rows.repartition(files).write().mode("overwrite").parquet(path);
    return "parquet.`" + path + "`";
  }

  @Test
  void aViewThatEndsInAnOrderByGivesItsRows() {
    assertThat(labels("SELECT label FROM " + RENAMED + " ORDER BY id"))
        .containsExactly("a", "b", "c");
    assertThat(
            labels(
                "SELECT upper(x) AS y FROM (SELECT label AS x FROM "
                    + RENAMED
                    + " ORDER BY label DESC LIMIT 2) WHERE x <> 'b'"))
        .containsExactly("C");
    String many = written(spark.range(0, 1000, 1, 8).toDF("n"), 7);
    assertThat(labels("SELECT n FROM " + many + " ORDER BY n"))
        .hasSize(1000)
        .startsWith("0", "1", "2")
        .endsWith("999");
  }

  @Test
  void rowsOfTheQueryItselfStayInTheirOrder() {
    assertThat(labels("SELECT * FROM VALUES ('b'), ('a') AS t(l)")).containsExactly("b", "a");
    assertThat(labels("SELECT id AS `odd ``name` FROM range(3)")).containsExactly("0", "1", "2");
    assertThat(labels("SELECT explode(array('b', 'a'))")).containsExactly("b", "a");
  }

  @Test
  void oneFileReadInOnePieceGivesItsRows() {
    Dataset<Row> rows = spark.range(0, 100, 1, 1).selectExpr("concat('l', id) AS label");
    String one = written(rows.sort("label"), 1);
    assertThat(labels("SELECT label FROM " + one)).hasSize(100);
    spark.conf().set("spark.sql.files.maxPartitionBytes", "100");
    refused("SELECT label FROM " + one, "whose rows have no certain order", "ORDER BY");
  }

  @Test
  void rowsWithoutACertainOrderAreRefused() {
    String many = written(spark.range(0, 10, 1, 3).toDF("n"), 3);
    for (String query :
        List.of(
            "SELECT n FROM " + many,
            "SELECT DISTINCT label FROM " + RENAMED,
            "SELECT label FROM " + RENAMED + " SORT BY label",
            "SELECT label FROM (SELECT * FROM " + RENAMED + " ORDER BY id) GROUP BY label",
            "SELECT 'a' UNION ALL SELECT 'b'")) {
      refused(
          query,
          "whose rows have no certain order",
          "Give two columns, the number of the class from 0 on and its label, or name a view that"
              + " ends in ORDER BY.");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TINYINT", "SMALLINT", "INT", "BIGINT"})
  void numbersGiveTheOrder(String type) {
    assertThat(labels("SELECT CAST(id AS " + type + "), label FROM " + RENAMED))
        .containsExactly("a", "b", "c");
  }

  @Test
  void numbersOrderWhatComesFromManyFiles() {
    String many = written(spark.range(0, 1000, 1, 3).selectExpr("999 - id AS i", "id AS l"), 5);
    assertThat(labels("SELECT * FROM " + many)).hasSize(1000).startsWith("999", "998");
  }

  @ParameterizedTest
  @CsvSource({
    "(0, 'a'), (2, 'c'), number 2 is none of 0 to 1",
    "(0, 'a'), (0, 'c'), number 0 stands twice",
    "(1, 'a'), (2, 'c'), number 2 is none of 0 to 1",
    "(0, 'a'), (-1, 'c'), number -1 is none of 0 to 1",
    "(0, 'a'), (NULL, 'c'), number NULL is none of 0 to 1",
  })
  void gapsAndDoublesAreRefused(
      String number1, String label1, String number2, String label2, String problem) {
    refused(
        "SELECT * FROM VALUES " + String.join(", ", number1, label1, number2, label2),
        "where the " + problem,
        "Number its 2 rows from 0 on, without gaps and doubles.");
  }

  @Test
  void otherTablesAreRefused() {
    refused("SELECT 1, 2, 3", "which has 3 columns", "Give two columns");
    refused("SELECT 'a', 0", "whose first of two columns holds no integers", "in this order");
    refused("SELECT 0.0, 'a'", "whose first of two columns holds no integers", "in this order");
    refused("SELECT CAST(NULL AS STRING)", "which holds NULL", "Give every class a label.");
    refused("SELECT 0, CAST(NULL AS STRING)", "which holds NULL", "Give every class a label.");
    refused("SELECT id FROM range(1000001)", "which has more than 1000000 rows", "one row");
  }
}
