package io.cerium.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.onnx.TestModels;
import io.cerium.engine.tensor.Shape;
import io.cerium.engine.tensor.Tensor;
import io.cerium.engine.tensor.TensorPool;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FixedBatchTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 5, 8, 11})
  void anyNumberOfRowsGetsItsAnswers(int rows) {
    long before = TensorPool.shared().outstandingBytes();
    float[] values = new float[rows * 3];
    String[] texts = new String[rows];
    for (int i = 0; i < rows; i++) {
      values[3 * i] = i;
      values[3 * i + 1] = 10 * i;
      values[3 * i + 2] = 1;
      texts[i] = "row " + i;
    }
    try (LoadedModel model = TestModels.load("fixed_batch");
        Tensor x = TestModels.floats(Shape.of(rows, 3), values)) {
      Tensor t = Tensor.ofStrings(Shape.of(rows, 1), texts);
      Map<String, Tensor> outputs =
          new FixedBatch(model, TensorPool.shared(), new RowCheck("fixed_batch"))
              .run(Map.of("x", x, "t", t), List.of("sum", "reversed", "text"), () -> false);
      assertThat(outputs.get("text").strings()).containsExactly(texts);
      assertThat(outputs.get("reversed").shape()).isEqualTo(Shape.of(rows, 3));
      float[] reversed = TestModels.floatsOf(outputs.get("reversed"));
      float[] sums = TestModels.floatsOf(outputs.get("sum"));
      assertThat(sums).hasSize(rows);
      for (int i = 0; i < rows; i++) {
        assertThat(sums[i]).isEqualTo(11 * i + 1);
        assertThat(reversed[3 * i]).isEqualTo(1);
        assertThat(reversed[3 * i + 2]).isEqualTo(i);
      }
    }
    assertThat(TensorPool.shared().outstandingBytes()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4})
  void outputsThatDoNotFollowTheRowsAreRefused(int rows) {
    long before = TensorPool.shared().outstandingBytes();
    try (LoadedModel model = TestModels.load("fixed_not_by_rows");
        Tensor x = TestModels.floats(Shape.of(rows, 3), new float[3 * rows])) {
      FixedBatch batch =
          new FixedBatch(model, TensorPool.shared(), new RowCheck("fixed_not_by_rows"));
      for (String output : List.of("flat", "total")) {
        assertThatThrownBy(() -> batch.run(Map.of("x", x), List.of(output), () -> false))
            .isInstanceOf(CeriumException.class)
            .hasMessageContaining("for 4 rows its output '" + output + "' has the shape");
      }
    }
    assertThat(TensorPool.shared().outstandingBytes()).isEqualTo(before);
  }
}
