package io.cerium.functions.model;

import io.cerium.engine.digest.Sha256;
import io.cerium.engine.image.ImageLimits;
import io.cerium.engine.model.Device;
import io.cerium.engine.model.InferenceSettings;
import io.cerium.engine.model.ModelRuntimes;
import io.cerium.engine.model.ModelSource;
import io.cerium.engine.model.Signature;
import io.cerium.functions.spi.BatchAnswer;
import io.cerium.functions.spi.BatchArguments;
import io.cerium.functions.spi.BatchArguments.Input;
import io.cerium.functions.spi.BatchEnvironment;
import io.cerium.functions.spi.BatchMetrics;
import io.cerium.functions.spi.BatchReturn.OnError;
import io.cerium.functions.spi.ModelLookup.PinnedModel;
import io.cerium.registry.ModelName;
import io.cerium.registry.ModelVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.DataType;

/** A model's runner, fed with one value a row, and the batches that it sent. */
final class ModelAtWork implements AutoCloseable {
  /** Models of the golden scripts. */
  static final Path GOLDEN = Path.of("..", "tests/src/test/resources/models");

  /** Models of the engine's own tests. */
  static final Path ENGINE = Path.of("..", "engine/src/test/resources/onnx");

  final ModelRunner runner;
  private final Sent sent = new Sent();

  /**
   * @param inputType of the value that each row has
   * @param options of {@code CREATE MODEL}
   * @param batchRows as in {@link ModelKernel}
   */
  ModelAtWork(
      ModelSource source,
      Signature signature,
      DataType inputType,
      Map<String, String> options,
      int batchRows,
      InferenceSettings.Values settings) {
    PinnedModel pinned = new PinnedModel(ModelName.of("m"), version(source, signature));
    List<TensorFeed> feeds =
        new InputBinding(
                new BatchArguments(
                    "predict",
                    "m",
                    List.of(new Input(Optional.empty(), Optional.empty(), inputType, "?")),
                    Map.of(),
                    Set.of()),
                pinned,
                ModelOptions.of(options, signature, List.of()),
                new ImageLimits(ImageLimits.MOST))
            .bind()
            .feeds();
    this.runner =
        new ModelRunner(
            new ModelKernel(pinned, Device.CPU, batchRows, feeds, settings),
            new Task(source, sent, settings.timeout()),
            List.of(
                new PlainReturn(new RowReader.OneTensor(signature.outputs().get(0)), OnError.FAIL)),
            Integer.MAX_VALUE);
  }

  /** A model of a file, in batches of up to 8 rows. */
  static ModelAtWork of(Path file, DataType inputType, InferenceSettings.Values settings) {
    ModelSource source = new ModelSource.File(file.toString(), file);
    return new ModelAtWork(
        source, ModelRuntimes.resolve("onnx").inspect(source), inputType, Map.of(), 8, settings);
  }

  /** Two runs at once, so that the queue's threads run them and not the caller. */
  static InferenceSettings.Values settings(Duration timeout) {
    return new InferenceSettings.Values(2, 1, timeout, 0, 0);
  }

  static String digest(ModelSource source) {
    try {
      return Sha256.read(source.open()).hex();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ModelVersion version(ModelSource source, Signature signature) {
    return new ModelVersion(
        1,
        "onnx",
        digest(source),
        1,
        signature,
        Map.of(),
        List.of(),
        source.location(),
        Instant.EPOCH,
        "test");
  }

  void add(Object value) {
    runner.add(new GenericInternalRow(new Object[] {value}));
  }

  /** The answer to one batch of these rows. */
  BatchAnswer answer(Object... rows) {
    for (Object row : rows) {
      add(row);
    }
    return runner.submit().join();
  }

  /** How many rows went to the model in each batch; rows that are run again count no more. */
  List<Integer> sent() {
    return sent.batches;
  }

  /** How many rows failed. */
  int failures() {
    return sent.failures;
  }

  @Override
  public void close() {
    runner.close();
  }

  private record Task(ModelSource source, BatchMetrics metrics, Duration timeout)
      implements BatchEnvironment {
    @Override
    public ModelSource artifact(PinnedModel model) {
      return source;
    }
  }

  private static final class Sent implements BatchMetrics {
    private final List<Integer> batches = new ArrayList<>();
    private int failures;

    @Override
    public void addBatch(int rows) {
      batches.add(rows);
    }

    @Override
    public synchronized void addFailures(int rows) {
      failures += rows;
    }
  }
}
