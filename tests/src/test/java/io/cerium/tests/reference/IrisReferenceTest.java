package io.cerium.tests.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cerium.tests.session.Repository;
import io.cerium.tests.session.SharedSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A model of scikit-learn answers in SQL as it does in Python. */
class IrisReferenceTest {
  private static final Path RESOURCES = Repository.tests().resolve("src/test/resources");

  /**
   * Scores of three classes, and how far probabilities may be off: 1e-5 where the exported graph
   * computes in 32-bit floats, scikit-learn in 64; 1e-7 where it does as well, as the reference is
   * kept to seven digits.
   */
  @ParameterizedTest
  @CsvSource({"iris, 1e-5", "iris_zipmap, 1e-5", "iris_double, 1e-7"})
  void answersAsScikitLearn(String model, double tolerance) throws IOException {
    JsonNode reference =
        new ObjectMapper().readTree(Files.readString(RESOURCES.resolve("reference/iris.json")));
    SparkSession session = SharedSpark.newSession();
    session.sql(
        "CREATE OR REPLACE MODEL %s USING onnx LOCATION '%s' OPTIONS (labels = array('setosa', 'versicolor', 'virginica'))"
            .formatted(model, RESOURCES.resolve("models/" + model + ".onnx")));
    try {
      for (JsonNode row : reference.get("rows")) {
        String x = "array" + row.get("x").toString().replace('[', '(').replace(']', ')');
        Row answer =
            session
                .sql("SELECT predict(%1$s, %2$s), predict_proba(%1$s, %2$s)".formatted(model, x))
                .head();
        assertThat(answer.getStruct(0).getString(0)).as(x).isEqualTo(row.get("label").asText());
        Map<String, Number> probabilities = answer.getJavaMap(1);
        for (int i = 0; i < 3; i++) {
          assertThat(probabilities.get(reference.get("classes").get(i).asText()).doubleValue())
              .as(x)
              .isCloseTo(row.get("probabilities").get(i).asDouble(), within(tolerance));
        }
      }
    } finally {
      session.sql("DROP MODEL " + model);
    }
  }
}
