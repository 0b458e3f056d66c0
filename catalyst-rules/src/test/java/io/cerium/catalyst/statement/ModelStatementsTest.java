package io.cerium.catalyst.statement;

import static io.cerium.catalyst.TestSpark.SMALL;
import static io.cerium.catalyst.TestSpark.createSmall;
import static io.cerium.catalyst.TestSpark.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.cerium.catalyst.SqlFailure;
import io.cerium.catalyst.TestSpark;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

/** SHOW, DESCRIBE and DROP over models of namespaces of this test's own. */
class ModelStatementsTest {
  private static Map<String, String> describe(String sql) {
    Map<String, String> properties = new LinkedHashMap<>();
    for (Row row : rows(sql)) {
      properties.put(row.getString(0), row.getString(1));
    }
    return properties;
  }

  @Test
  void showModelsFiltersByNamespaceAndPattern() {
    createSmall("show_b.churn");
    createSmall("show_b.churn_eu");
    rows(
        "CREATE MODEL show_a.caption USING onnx LOCATION '"
            + SMALL
            + "' OPTIONS (task = 'none') COMMENT 'a b'");
    assertThat(rows("SHOW MODELS IN show_a"))
        .containsExactly(RowFactory.create("show_a", "caption", 1, "none", "onnx", "a b"));
    assertThat(rows("SHOW MODELS FROM SHOW_B"))
        .extracting(row -> row.getString(1) + " " + row.isNullAt(5))
        .containsExactly("churn true", "churn_eu true");
    assertThat(rows("SHOW MODELS LIKE 'chur%|capt*'"))
        .extracting(row -> row.getString(1))
        .containsExactly("caption", "churn", "churn_eu");
    assertThat(rows("SHOW MODELS IN show_b LIKE 'CHURN'")).hasSize(1);
    assertThat(rows("SHOW MODELS IN show_b LIKE 'c.*'")).isEmpty();
    assertThat(rows("SHOW MODELS IN show_nothing")).isEmpty();
    assertThat(TestSpark.session().sql("SHOW MODELS").columns())
        .containsExactly("namespace", "name", "default_version", "task", "provider", "comment");
  }

  @Test
  void describeTellsWhatTheNetworkTakesAndGives() {
    rows(
        "CREATE MODEL described USING onnx LOCATION '"
            + TestSpark.NETWORK
            + "' OPTIONS (labels = '"
            + TestSpark.LABELS
            + "', resize = 256, crop = 224, scale = 1, mean = 127, std = 128)"
            + " COMMENT 'what is in a photo'");
    Map<String, String> properties = describe("DESCRIBE MODEL described");
    assertThat(properties)
        .containsEntry("name", "described")
        .containsEntry("namespace", "default")
        .containsEntry("version", "1 (default)")
        .containsEntry("provider", "onnx")
        .containsEntry("task", "classification")
        .containsEntry("input image", "FLOAT [N,3,224,224]")
        .containsEntry("output logits", "FLOAT [N,1000]")
        .containsEntry(
            "preprocessing image",
            "resize the shorter side to 256, crop the centre of 224 x 224;"
                + " (pixel * 1 - 127) / 128; rgb")
        .containsEntry("activation", "softmax is applied (the graph ends without one)")
        .containsEntry("labels", "1000: tench, goldfish, great white shark, ...")
        .containsEntry("comment", "what is in a photo")
        .containsKey("null")
        .doesNotContainKey("digest");
    assertThat(describe("DESC MODEL EXTENDED described"))
        .containsAllEntriesOf(properties)
        .containsEntry("source", TestSpark.NETWORK.toString())
        .containsEntry("label 999", "toilet tissue")
        .containsKeys("digest", "bytes", "created_at", "created_by", "owner", "versions")
        .containsKey("metadata opset");
  }

  @Test
  void describeTellsAGraphThatEndsWithSoftmax() {
    rows(
        "CREATE MODEL softmaxed USING onnx LOCATION '"
            + SMALL
            + "' OPTIONS (task = 'classification')");
    assertThat(describe("DESCRIBE MODEL softmaxed"))
        .containsEntry("activation", "none (the graph ends with softmax)");
  }

  @Test
  void describeTellsTheLabelsOfTheGraph() {
    rows(
        "CREATE MODEL named USING onnx LOCATION '"
            + SMALL.resolveSibling("iris_zipmap_named.onnx")
            + "'");
    assertThat(describe("DESCRIBE MODEL EXTENDED named"))
        .containsEntry("task", "classification")
        .containsEntry("labels", "3: setosa, versicolor, virginica")
        .containsEntry("label 2", "virginica");
  }

  @Test
  void anAuthorsClassesMakeNoClassifier() {
    rows(
        "CREATE MODEL authored USING onnx LOCATION '"
            + SMALL.resolveSibling("features_and_scores.onnx")
            + "'");
    assertThat(describe("DESCRIBE MODEL EXTENDED authored"))
        .containsEntry("task", "none")
        .containsEntry("metadata classes", "person,car")
        .doesNotContainKey("labels");
  }

  @Test
  void describeTakesAVersion() {
    createSmall("versions");
    createSmall("versions");
    assertThat(describe("DESCRIBE MODEL versions")).containsEntry("version", "2 (default)");
    assertThat(describe("DESCRIBE MODEL versions VERSION 1")).containsEntry("version", "1");
    SqlFailure.of("DESCRIBE MODEL versions VERSION 3")
        .is("MODEL_NOT_FOUND", "42704", "versions@3", "1, 2");
    SqlFailure.of("DESCRIBE MODEL version")
        .is("MODEL_NOT_FOUND", "42704", "Did you mean 'versions'");
  }

  @Test
  void dropRemovesTheModel() {
    createSmall("dropped");
    assertThat(rows("DROP MODEL Dropped")).isEmpty();
    SqlFailure.of("DROP MODEL dropped").is("MODEL_NOT_FOUND", "42704", "'dropped'");
    assertThat(rows("DROP MODEL IF EXISTS dropped")).isEmpty();
  }

  @Test
  void everyStatementIsDescribed() {
    assertThat(ModelStatement.all())
        .hasSize(4)
        .allSatisfy(
            type -> {
              Statement statement = type.getAnnotation(Statement.class);
              assertThat(statement.syntax()).contains(statement.name().split(" ")[1]);
              assertThat(statement.summary()).endsWith(".");
              assertThat(statement.returns()).endsWith(".");
              assertThat(statement.examples()).isNotEmpty();
            });
  }
}
