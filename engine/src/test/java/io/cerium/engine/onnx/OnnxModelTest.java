package io.cerium.engine.onnx;

import static io.cerium.engine.onnx.TestModels.floats;
import static io.cerium.engine.onnx.TestModels.floatsOf;
import static io.cerium.engine.onnx.TestModels.longsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OrtException;
import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.engine.model.LoadedModel;
import io.cerium.engine.tensor.ElementType;
import io.cerium.engine.tensor.Shape;
import io.cerium.engine.tensor.Tensor;
import io.cerium.engine.tensor.TensorPool;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(PoolIsWhole.class)
class OnnxModelTest {
  @Test
  void runsAnyNumberOfRows() {
    try (LoadedModel model = TestModels.load("scale")) {
      for (int rows : new int[] {1, 3, 1000, 2}) {
        float[] values = new float[rows * 4];
        float[] expected = new float[rows * 4];
        for (int i = 0; i < values.length; i++) {
          values[i] = i;
          expected[i] = 2 * i + 1;
        }
        Map<String, Tensor> outputs =
            TestModels.run(model, Shape.of(rows, 4), List.of("y"), values);
        assertThat(outputs.get("y").shape()).isEqualTo(Shape.of(rows, 4));
        assertThat(floatsOf(outputs.get("y"))).containsExactly(expected);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(value = ElementType.class, mode = EnumSource.Mode.EXCLUDE, names = "STRING")
  void carriesTheBitsOfEachType(ElementType type) {
    String name = type.name().toLowerCase(java.util.Locale.ROOT);
    try (LoadedModel model = TestModels.load("all_types");
        Inputs inputs = Inputs.of(model, 3)) {
      Map<String, Tensor> outputs = model.run(inputs.byName(), List.of(name + "_out"));
      try (Tensor output = outputs.get(name + "_out")) {
        assertThat(output.type()).isEqualTo(type);
        assertThat(output.shape()).isEqualTo(Shape.of(3, 2));
        assertThat(output.data()).isEqualTo(inputs.byName().get(name + "_in").data());
      }
    }
  }

  @Test
  void carriesText() {
    try (LoadedModel model = TestModels.load("all_types");
        Inputs inputs = Inputs.of(model, 2)) {
      Map<String, Tensor> outputs = model.run(inputs.byName(), List.of("string_out"));
      assertThat(outputs.get("string_out").shape()).isEqualTo(Shape.of(2, 2));
      assertThat(outputs.get("string_out").strings()).containsExactly("", "ü0", "ü1", "ü2");
    }
  }

  @Test
  void unsignedNumbersKeepTheirValues() {
    try (LoadedModel model = TestModels.load("unsigned_sum");
        Tensor small = TensorPool.shared().allocate(ElementType.UINT16, Shape.of(1));
        Tensor middle = TensorPool.shared().allocate(ElementType.UINT32, Shape.of(1));
        Tensor large = TensorPool.shared().allocate(ElementType.UINT64, Shape.of(1))) {
      small.data().putShort((short) 65_535);
      middle.data().putInt((int) 4_294_967_295L);
      large.data().putLong(1L << 63);
      Map<String, Tensor> inputs = Map.of("uint16", small, "uint32", middle, "uint64", large);
      try (Tensor sum = model.run(inputs, List.of("sum")).get("sum")) {
        assertThat(sum.data().getDouble()).isEqualTo(65_535d + 4_294_967_295d + Math.pow(2, 63));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 65535", "-1, 4294967295"})
  void unsignedNumbersKeepTheirValuesInBranches(float sign, double expected) {
    try (LoadedModel model = TestModels.load("unsigned_in_branch");
        Tensor x = floats(Shape.of(1), sign);
        Tensor small = TensorPool.shared().allocate(ElementType.UINT16, Shape.of(1));
        Tensor large = TensorPool.shared().allocate(ElementType.UINT32, Shape.of(1))) {
      small.data().putShort((short) 65_535);
      large.data().putInt((int) 4_294_967_295L);
      Map<String, Tensor> inputs = Map.of("x", x, "small", small, "large", large);
      try (Tensor y = model.run(inputs, List.of("y")).get("y")) {
        assertThat(y.data().getDouble()).isEqualTo(expected);
      }
    }
  }

  @Test
  void givesSeveralOutputsAndOnlyThoseAskedFor() {
    try (LoadedModel model = TestModels.load("several_outputs")) {
      Map<String, Tensor> both =
          TestModels.run(
              model, Shape.of(2, 3), List.of("best", "scores"), new float[] {1, 2, 0, 5, 5, 9});
      assertThat(longsOf(both.get("best"))).containsExactly(1, 2);
      float[] scores = floatsOf(both.get("scores"));
      // Three floats and two sums, each rounded to a step of 6e-8 below 1.
      assertThat(scores[0] + scores[1] + scores[2]).isCloseTo(1, within(1e-6f));
      Map<String, Tensor> one =
          TestModels.run(model, Shape.of(1, 3), List.of("best"), new float[] {1, 0, 0});
      assertThat(one).containsOnlyKeys("best");
      assertThat(longsOf(one.get("best"))).containsExactly(0);
    }
  }

  private static org.assertj.core.data.Offset<Float> within(float tolerance) {
    return org.assertj.core.data.Offset.offset(tolerance);
  }

  @Test
  void runsShapesThatAreOpenInEveryDimension() {
    try (LoadedModel model = TestModels.load("dynamic")) {
      for (int width : new int[] {1, 5, 2}) {
        float[] ones = new float[2 * width];
        java.util.Arrays.fill(ones, 1);
        Map<String, Tensor> outputs = TestModels.run(model, Shape.of(2, width), List.of("y"), ones);
        float[] sums = floatsOf(outputs.get("y"));
        assertThat(sums[2 * width - 1]).isEqualTo(width);
      }
    }
  }

  @Test
  void givesOutputsWhoseRowsAreNotThoseOfTheInput() {
    try (LoadedModel model = TestModels.load("not_by_rows")) {
      float[][] inputs = {{0, 7, 0, 0}, {1, 1, 1, 1}, {0, 0, 0, 1}, {0, 7, 1, 0}};
      long[][] expected = {{0, 1}, {0, 0, 0, 1, 1, 0, 1, 1}, {1, 1}, {0, 1, 1, 0}};
      for (int i = 0; i < inputs.length; i++) {
        Map<String, Tensor> outputs =
            TestModels.run(model, Shape.of(2, 2), List.of("y"), inputs[i]);
        assertThat(outputs.get("y").shape()).isEqualTo(Shape.of(expected[i].length / 2, 2));
        assertThat(longsOf(outputs.get("y"))).containsExactly(expected[i]);
      }
    }
  }

  @Test
  void aFailedRunIsExplainedAndTheModelGoesOn() {
    try (LoadedModel model = TestModels.load("dies_on_rows")) {
      for (int round = 0; round < 3; round++) {
        assertThatThrownBy(() -> TestModels.run(model, Shape.of(5, 3), List.of("y"), new float[15]))
            .isInstanceOfSatisfying(
                CeriumException.class,
                e -> assertThat(e.code()).isEqualTo(ErrorCode.INFERENCE_FAILED))
            .hasMessageStartingWith("[INFERENCE_FAILED] The model 'dies_on_rows' failed: ")
            .hasMessageContaining("cannot be reshaped to the requested shape")
            .hasMessageContaining("DESCRIBE MODEL")
            .hasMessageNotContaining(".cc:");
        Map<String, Tensor> outputs =
            TestModels.run(model, Shape.of(2, 3), List.of("y"), new float[] {1, 2, 3, 4, 5, 6});
        assertThat(floatsOf(outputs.get("y"))).containsExactly(1, 2, 3, 4, 5, 6);
      }
    }
  }

  @Test
  void aLackOfNativeMemoryIsToldAsSuch() {
    try (LoadedModel model = TestModels.load("needs_memory");
        Tensor few = TestModels.longs(Shape.of(1), 3);
        Tensor many = TestModels.longs(Shape.of(1), 1L << 46)) {
      assertThatThrownBy(() -> model.run(Map.of("elements", many), List.of("y")))
          .isInstanceOfSatisfying(
              CeriumException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.OUT_OF_MEMORY))
          .hasMessageContaining("memory for a batch of 1 row of the model 'needs_memory': ");
      assertThat(floatsOf(model.run(Map.of("elements", few), List.of("y")).get("y")))
          .containsExactly(3);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Error code - ORT_RUNTIME_EXCEPTION - message: Failed to allocate memory for requested"
            + " buffer of size 4096",
        "Error code - ORT_FAIL - message: Exception during initialization: std::bad_alloc",
        "Error code - ORT_FAIL - message: CUDA failure 2: out of memory"
      })
  void aModelThatDoesNotFitIsNoDamagedFile(String message) {
    assertThat(OnnxErrors.loadFailed("m.onnx", new OrtException(message)))
        .hasMessageStartingWith(
            "[OUT_OF_MEMORY] There is not enough memory for the weights of the model 'm.onnx'")
        .extracting(CeriumException::code)
        .isEqualTo(ErrorCode.OUT_OF_MEMORY);
  }

  @Test
  void aWrongShapeOrTypeIsRefused() {
    try (LoadedModel model = TestModels.load("scale");
        Tensor numbers = TestModels.longs(Shape.of(1, 4), 1, 2, 3, 4);
        Tensor narrow = floats(Shape.of(1, 3), 1, 2, 3)) {
      assertThatThrownBy(() -> model.run(Map.of("x", narrow), List.of("y")))
          .isInstanceOf(CeriumException.class)
          .hasMessageContaining("Got: 3 Expected: 4");
      assertThatThrownBy(() -> model.run(Map.of("x", numbers), List.of("y")))
          .isInstanceOf(CeriumException.class)
          .hasMessageContaining("expected: (tensor(float))");
    }
  }

  @Test
  void runsOnManyThreadsAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try (LoadedModel model = TestModels.load("scale")) {
      List<Callable<Boolean>> calls = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        float first = i;
        calls.add(
            () -> {
              Map<String, Tensor> outputs =
                  TestModels.run(model, Shape.of(1, 4), List.of("y"), first, 0, 0, 0);
              return floatsOf(outputs.get("y"))[0] == 2 * first + 1;
            });
      }
      for (Future<Boolean> answer : threads.invokeAll(calls, 60, TimeUnit.SECONDS)) {
        assertThat(answer.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** Random bits for every input of a model. */
  private record Inputs(Map<String, Tensor> byName) implements AutoCloseable {
    static Inputs of(LoadedModel model, int rows) {
      Random random = new Random(1);
      Map<String, Tensor> inputs = new HashMap<>();
      for (var spec : model.signature().inputs()) {
        Shape shape = spec.shape().withFirst(rows);
        if (spec.type() == ElementType.STRING) {
          String[] strings = new String[(int) shape.elements()];
          java.util.Arrays.setAll(strings, i -> i == 0 ? "" : "ü" + (i - 1));
          inputs.put(spec.name(), Tensor.ofStrings(shape, strings));
        } else {
          Tensor tensor = TensorPool.shared().allocate(spec.type(), shape);
          ByteBuffer data = tensor.data();
          while (data.hasRemaining()) {
            data.put((byte) (spec.type() == ElementType.BOOL ? 1 : random.nextInt(256)));
          }
          inputs.put(spec.name(), tensor);
        }
      }
      return new Inputs(inputs);
    }

    @Override
    public void close() {
      byName.values().forEach(Tensor::close);
    }
  }
}
