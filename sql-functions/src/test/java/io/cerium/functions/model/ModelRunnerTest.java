package io.cerium.functions.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.engine.model.Device;
import io.cerium.engine.model.InferenceSettings;
import io.cerium.engine.model.ModelCache;
import io.cerium.engine.model.ModelLease;
import io.cerium.engine.model.ModelRuntimes;
import io.cerium.engine.model.ModelSource;
import io.cerium.engine.tensor.TensorPool;
import io.cerium.functions.spi.BatchAnswer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Batches with rows that fail, and what happens to their neighbours and their memory. */
@Timeout(120)
class ModelRunnerTest {
  private static final InferenceSettings.Values PATIENT =
      ModelAtWork.settings(Duration.ofMinutes(1));
  private static final InferenceSettings.Values HASTY = ModelAtWork.settings(Duration.ofSeconds(2));

  private long outstanding;

  @BeforeEach
  void rememberPool() {
    outstanding = TensorPool.shared().outstandingBytes();
  }

  @AfterEach
  void poolIsWhole() {
    await().until(() -> TensorPool.shared().outstandingBytes() == outstanding);
  }

  private static void assertFails(BatchAnswer answer, int row, ErrorCode code) {
    assertThatThrownBy(() -> answer.value(row, 0))
        .isInstanceOfSatisfying(CeriumException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void theNeighboursOfABadRowGetTheirOwnAnswers() {
    try (ModelAtWork model =
            ModelAtWork.of(ModelAtWork.GOLDEN.resolve("lookup.onnx"), DataTypes.LongType, PATIENT);
        BatchAnswer answer = model.answer(1L, 7L, null, 2L)) {
      assertThat(answer.value(3, 0)).isEqualTo(30f);
      assertFails(answer, 1, ErrorCode.INFERENCE_FAILED);
      assertThat(answer.value(0, 0)).isEqualTo(20f);
      assertThat(answer.value(2, 0)).isNull();
      assertFails(answer, 1, ErrorCode.INFERENCE_FAILED);
      assertThat(model.sent()).containsExactly(3);
      assertThat(model.failures()).isEqualTo(1);
    }
  }

  @Test
  void noRowIsRunAgainAfterATimeout() {
    try (ModelAtWork model =
            ModelAtWork.of(ModelAtWork.ENGINE.resolve("slow.onnx"), DataTypes.LongType, HASTY);
        BatchAnswer answer = model.answer(1L << 40, 1L)) {
      assertFails(answer, 1, ErrorCode.INFERENCE_TIMEOUT);
      assertFails(answer, 0, ErrorCode.INFERENCE_TIMEOUT);
    }
  }

  @Test
  void noRowIsRunAgainAfterALackOfMemory() {
    try (ModelAtWork model =
            ModelAtWork.of(
                ModelAtWork.ENGINE.resolve("needs_memory.onnx"), DataTypes.LongType, PATIENT);
        BatchAnswer answer = model.answer(1L << 46, 3L)) {
      assertFails(answer, 1, ErrorCode.OUT_OF_MEMORY);
      assertFails(answer, 0, ErrorCode.OUT_OF_MEMORY);
    }
  }

  @Test
  void aRunThatOverstaysItsTimeKeepsTheMemoryThatItReads() {
    HeldModel held = new HeldModel();
    try (ModelLease lease =
            ModelCache.shared(HASTY)
                .lease(
                    "m",
                    held,
                    ModelAtWork.digest(HeldModel.SOURCE),
                    Device.CPU,
                    () -> HeldModel.SOURCE);
        ModelAtWork model =
            new ModelAtWork(
                HeldModel.SOURCE, HeldModel.SIGNATURE, DataTypes.FloatType, Map.of(), 8, HASTY)) {
      assertThat(lease.model()).isSameAs(held);
      BatchAnswer answer = model.answer(1f, 2f);
      long ofTheBatch = TensorPool.shared().outstandingBytes();
      assertThat(ofTheBatch).isGreaterThan(outstanding);
      assertFails(answer, 0, ErrorCode.INFERENCE_TIMEOUT);

      answer.close();

      assertThat(TensorPool.shared().outstandingBytes()).isEqualTo(ofTheBatch);
      held.release.countDown();
      await().until(() -> TensorPool.shared().outstandingBytes() == outstanding);
    } finally {
      held.release.countDown();
    }
  }

  @Test
  void aRowThatCannotBeWrittenTakesNoSlot() {
    try (ModelAtWork model =
        ModelAtWork.of(
            ModelAtWork.GOLDEN.resolve("total.onnx"),
            DataTypes.createArrayType(DataTypes.FloatType),
            PATIENT)) {
      try (BatchAnswer answer =
          model.answer(numbers(1, 2, 3, 4), numbers(1, 2), numbers(5, 6, 7, 8))) {
        assertThat(answer.value(0, 0)).isEqualTo(10f);
        assertThatThrownBy(() -> answer.value(1, 0))
            .hasMessageStartingWith("[MODEL_INPUT_INVALID]")
            .hasMessageContaining("has 2 elements where the model takes 4");
        assertThat(answer.value(2, 0)).isEqualTo(26f);
        assertThat(model.sent()).containsExactly(2);
      }
      model.answer(numbers(1), numbers(2)).close();
      assertThat(model.sent()).as("there was nothing to run").hasSize(1);
      assertThat(model.failures()).isEqualTo(3);
    }
  }

  private static GenericArrayData numbers(float... values) {
    return new GenericArrayData(values);
  }

  @Test
  void picturesOfAShapeThatTheModelLeavesOpenStayWithin16Megabytes() throws Exception {
    byte[] photo = Files.readAllBytes(Path.of("..", "sql-examples/photos/dog.jpg"));
    Path file = ModelAtWork.GOLDEN.resolve("open_image.onnx");
    ModelSource source = new ModelSource.File(file.toString(), file);
    // 12 MB a row: the second would be beyond 16 MB.
    try (ModelAtWork model =
        new ModelAtWork(
            source,
            ModelRuntimes.resolve("onnx").inspect(source),
            DataTypes.BinaryType,
            Map.of("resize", "1000x1000"),
            ModelKernel.AUTO_BATCH,
            PATIENT)) {
      for (int i = 0; i < 4; i++) {
        model.add(photo);
        assertThat(model.runner.isFull()).isTrue();
        model.runner.submit().join().close();
      }
      assertThat(model.sent()).isEqualTo(List.of(1, 1, 1, 1));
    }
  }
}
