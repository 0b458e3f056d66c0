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
import org.junit.jupiter.params.provider.ValueSource;

/** A model of scikit-learn answers in SQL as it does in Python. */
class IrisReferenceTest {
  /** The exported graph computes in 32-bit floats, scikit-learn in 64. */
  private static final float TOLERANCE = 1e-5f;

  private static final Path RESOURCES = Repository.tests().resolve("src/test/resources");

  @ParameterizedTest
  @ValueSource(strings = {"iris", "iris_zipmap"})
  void answersAsScikitLearn(String model) throws IOException {
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
        Map<String, Float> probabilities = answer.getJavaMap(1);
        for (int i = 0; i < 3; i++) {
          assertThat(probabilities.get(reference.get("classes").get(i).asText()))
              .as(x)
              .isCloseTo((float) row.get("probabilities").get(i).asDouble(), within(TOLERANCE));
        }
      }
    } finally {
      session.sql("DROP MODEL " + model);
    }
  }
}
