package io.cerium.engine.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cerium.engine.model.LoadedModel;
import io.cerium.engine.model.Signature;
import io.cerium.engine.tensor.Shape;
import io.cerium.engine.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models as scikit-learn's converter writes them, against what scikit-learn itself answers. */
class ScikitLearnTest {
  private static final int FEATURES = 4;

  // The converted model computes in float, scikit-learn in double: six digits agree.
  private static final double TOLERANCE = 1e-5;

  @ParameterizedTest
  @CsvSource({
    "iris_zipmap, output_probability",
    "iris_zipmap_named, output_probability",
    "iris_tensor, probabilities"
  })
  void givesItsProbabilities(String name, String output) throws IOException {
    List<String> rows = Files.readAllLines(TestModels.FOLDER.resolve("iris.csv"));
    float[] features = new float[rows.size() * FEATURES];
    for (int i = 0; i < features.length; i++) {
      features[i] = Float.parseFloat(rows.get(i / FEATURES).split(",", -1)[i % FEATURES]);
    }
    try (LoadedModel model = TestModels.load(name)) {
      Map<String, Tensor> outputs =
          TestModels.run(model, Shape.of(rows.size(), FEATURES), List.of(output), features);
      float[] probabilities = TestModels.floatsOf(outputs.get(output));
      assertThat(probabilities).hasSize(rows.size() * 3);
      for (int i = 0; i < probabilities.length; i++) {
        double expected = Double.parseDouble(rows.get(i / 3).split(",", -1)[FEATURES + i % 3]);
        assertThat((double) probabilities[i]).isCloseTo(expected, within(TOLERANCE));
      }
    }
  }

  @Test
  void givesTheLabelsBesideTheProbabilities() throws IOException {
    List<String> rows = Files.readAllLines(TestModels.FOLDER.resolve("iris.csv"));
    String[] last = rows.get(rows.size() - 1).split(",", -1);
    float[] features = new float[FEATURES];
    for (int i = 0; i < FEATURES; i++) {
      features[i] = Float.parseFloat(last[i]);
    }
    try (LoadedModel model = TestModels.load("iris_zipmap_named")) {
      Map<String, Tensor> outputs =
          TestModels.run(model, Shape.of(1, FEATURES), List.of("output_label"), features);
      assertThat(outputs.get("output_label").strings()).containsExactly(last[FEATURES + 3]);
    }
  }

  @Test
  void aMapOfEachRowIsATensorInTheSignature() {
    Signature signature = new OnnxModelRuntime().inspect(TestModels.source("iris_zipmap_named"));
    assertThat(signature.outputs())
        .hasToString("[output_label STRING [N], output_probability FLOAT [N,3]]");
    assertThat(signature.classes()).containsExactly("setosa", "versicolor", "virginica");
    assertThat(new OnnxModelRuntime().inspect(TestModels.source("iris_forest")).classes())
        .containsExactly("0", "1", "2");
  }
}
