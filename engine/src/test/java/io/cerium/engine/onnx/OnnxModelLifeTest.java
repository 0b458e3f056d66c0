package io.cerium.engine.onnx;

import static io.cerium.engine.onnx.TestModels.floats;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.engine.model.Device;
import io.cerium.engine.model.LoadedModel;
import io.cerium.engine.tensor.Shape;
import io.cerium.engine.tensor.Tensor;
import io.cerium.engine.tensor.TensorPool;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a model's threads, runs and native objects end. */
@ExtendWith(PoolIsWhole.class)
class OnnxModelLifeTest {
  /** Native threads have the name of the one that began them, of which Linux keeps so much. */
  private static final String LOADER = "cerium-onnx-loa";

  @ParameterizedTest
  @CsvSource({"1, 0", "4, 3"})
  void theThreadThatRunsAModelIsOneOfThoseInside(int threads, int more) throws IOException {
    // That of a test before may be on its way out.
    await().untilAsserted(() -> assertThat(threadsNamed(LOADER)).isZero());
    try (LoadedModel model =
        new OnnxModelRuntime().load(TestModels.source("scale"), Device.CPU, threads)) {
      assertThat(model.signature().inputs()).hasSize(1);
      // The one that opened the session may be on its way out.
      await().untilAsserted(() -> assertThat(threadsNamed(LOADER)).isEqualTo(more));
    }
  }

  private static int threadsNamed(String name) throws IOException {
    int found = 0;
    for (File task : new File("/proc/self/task").listFiles()) {
      Path comm = task.toPath().resolve("comm");
      try {
        found += Files.readString(comm).strip().equals(name) ? 1 : 0;
      } catch (NoSuchFileException e) {
        // It ended meanwhile.
        continue;
      }
    }
    return found;
  }

  @Test
  void aClosedModelRefusesToRun() {
    LoadedModel model = TestModels.load("scale");
    model.close();
    model.close();
    assertThatThrownBy(() -> TestModels.run(model, Shape.of(1, 4), List.of("y"), 1, 2, 3, 4))
        .isInstanceOf(CeriumException.class)
        .hasMessageContaining("it was unloaded");
  }

  @Test
  void aRunThatIsGivenUpEnds() {
    try (LoadedModel model = TestModels.load("slow");
        Tensor rounds = TestModels.longs(Shape.of(1), 1L << 40);
        Tensor few = TestModels.longs(Shape.of(1), 1)) {
      assertThatThrownBy(() -> model.run(Map.of("rounds", rounds), List.of("y"), () -> true))
          .isInstanceOfSatisfying(
              CeriumException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.INFERENCE_FAILED));
      model.run(Map.of("rounds", few), List.of("y"), () -> false).get("y").close();
    }
  }

  @Test
  @Timeout(30)
  void closingEndsARunThatWouldTakeHours() throws Exception {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    LoadedModel model = TestModels.load("slow");
    try (Tensor rounds = TestModels.longs(Shape.of(1), 1L << 40)) {
      long ofTheInput = TensorPool.shared().outstandingBytes();
      Future<?> run = thread.submit(() -> model.run(Map.of("rounds", rounds), List.of("y")));
      await().until(() -> TensorPool.shared().outstandingBytes() > ofTheInput);
      model.close();
      assertThatThrownBy(() -> run.get(30, TimeUnit.SECONDS))
          .hasCauseInstanceOf(CeriumException.class);
    } finally {
      thread.shutdownNow();
    }
  }

  @Test
  @Timeout(30)
  void closingWaitsForARunThatDoesNotHeed() throws Exception {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    LoadedModel model = TestModels.load("needs_memory");
    // One operator is not ended within, and this one takes some 100 ms.
    try (Tensor many = TestModels.longs(Shape.of(1), 1L << 27)) {
      long ofTheInput = TensorPool.shared().outstandingBytes();
      Future<?> run =
          thread.submit(() -> model.run(Map.of("elements", many), List.of("y")).get("y").close());
      await()
          .pollInterval(Duration.ofMillis(1))
          .until(() -> TensorPool.shared().outstandingBytes() > ofTheInput);
      model.close();
      // It has given back what it had taken, and does not touch the session that is freed now.
      assertThat(TensorPool.shared().outstandingBytes()).isEqualTo(ofTheInput);
      await().until(run::isDone);
    } finally {
      thread.shutdownNow();
    }
  }

  @Test
  void noThreadOutlivesItsModel() {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    LoadedModel model = TestModels.load("scale");
    List<Thread> watches =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> !before.contains(thread))
            .filter(thread -> thread.getName().equals("cerium-onnx-watch"))
            .toList();
    assertThat(watches).hasSize(1);
    model.close();
    await().until(() -> !watches.get(0).isAlive());
  }

  @Test
  void theHandlesOfARunAreFreed() throws OrtException {
    OrtEnvironment environment = OnnxNatives.environment();
    try (LoadedModel model = TestModels.load("scale");
        Tensor x = floats(Shape.of(1, 4), 1, 2, 3, 4)) {
      InputTensors inputs = InputTensors.of(environment, Map.of("x", x));
      inputs.close();
      assertThat(inputs.tensors().values()).hasSize(1).allMatch(OnnxValue::isClosed);
      OutputTensors outputs =
          OutputTensors.prepare(
              environment, TensorPool.shared(), model.signature(), List.of("y"), 1);
      outputs.close();
      assertThat(outputs.prepared().values()).hasSize(1).allMatch(OnnxValue::isClosed);
    }
  }
}
