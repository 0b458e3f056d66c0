package io.cerium.functions.model;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.engine.image.ImageLimits;
import io.cerium.engine.image.ImageSettings;
import io.cerium.engine.model.Activation;
import io.cerium.engine.model.InferenceSettings;
import io.cerium.engine.model.TensorSpec;
import io.cerium.functions.catalyst.SqlSettings;
import io.cerium.functions.model.ModelOptions.Task;
import io.cerium.functions.spi.BatchArguments;
import io.cerium.functions.spi.BatchReturn.OnError;
import io.cerium.functions.spi.BoundBatchCall;
import io.cerium.functions.spi.ModelLookup;
import io.cerium.functions.spi.ModelLookup.PinnedModel;
import io.cerium.registry.ModelVersion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One call of a model while it is bound: what {@code predict} and its kin share. */
final class ModelCall {
  private final BatchArguments arguments;
  private final CallOptions callOptions;
  private final PinnedModel model;
  private final ModelOptions options;

  ModelCall(BatchArguments arguments, ModelLookup models) {
    this.arguments = arguments;
    this.callOptions = new CallOptions(arguments);
    this.model = models.resolve(arguments.model());
    ModelVersion version = model.version();
    this.options = ModelOptions.of(version.options(), version.signature(), version.labels());
  }

  /** What the task and the options of the call ask for. */
  RowReader reader() {
    Optional<String> output = callOptions.output();
    Optional<Integer> topK = callOptions.topK();
    if (output.isPresent()) {
      if (topK.isPresent()) {
        throw mismatch("top_k and output cannot be given together", "Leave one of them out.");
      }
      return namedOutput(output.get());
    }
    if (options.task() == Task.CLASSIFICATION) {
      ClassifierHead head = ClassifierHead.of(options);
      return topK.<RowReader>map(k -> new RowReader.Best(head, k))
          .orElseGet(() -> new RowReader.Winner(head));
    }
    if (topK.isPresent()) {
      throw mismatch("top_k needs a classifier", labelsRemedy());
    }
    if (options.task() == Task.REGRESSION) {
      return new RowReader.Estimate(options.estimate());
    }
    List<TensorSpec> outputs = options.signature().outputs();
    return outputs.size() == 1
        ? new RowReader.OneTensor(outputs.get(0))
        : new RowReader.AllTensors(outputs);
  }

  private RowReader namedOutput(String name) {
    List<TensorSpec> outputs = options.signature().outputs();
    for (TensorSpec output : outputs) {
      if (output.name().equalsIgnoreCase(name)) {
        return new RowReader.OneTensor(output);
      }
    }
    if (options.task() == Task.CLASSIFICATION) {
      ClassifierHead head = ClassifierHead.of(options);
      if (name.equalsIgnoreCase("probabilities")) {
        return new RowReader.ProbabilityArray(head);
      }
      if (name.equalsIgnoreCase("logits")
          && options.signature().end(head.output()).activation() == Activation.NONE) {
        return outputs.stream()
            .filter(output -> output.name().equals(head.output()))
            .findFirst()
            .map(RowReader.OneTensor::new)
            .orElseThrow();
      }
    }
    Stream<String> names = outputs.stream().map(TensorSpec::name);
    if (options.task() == Task.CLASSIFICATION) {
      names = Stream.concat(names, Stream.of("probabilities"));
    }
    throw CeriumException.of(
        ErrorCode.MODEL_OUTPUT_NOT_FOUND,
        "name",
        model.name().toString(),
        "output",
        name,
        "candidates",
        names.distinct().map(n -> "'" + n + "'").collect(Collectors.joining(", ")));
  }

  /** The classifier's head, for functions that need one. */
  ClassifierHead head() {
    if (options.task() != Task.CLASSIFICATION) {
      throw mismatch("it has no classes", labelsRemedy());
    }
    return ClassifierHead.of(options);
  }

  private String labelsRemedy() {
    return "Create the model with the option labels (one for each class), or task ="
        + " 'classification'.";
  }

  private CeriumException mismatch(String problem, String remedy) {
    return CeriumException.of(
        ErrorCode.MODEL_TASK_MISMATCH,
        "function",
        arguments.function(),
        "name",
        model.name().toString(),
        "problem",
        problem,
        "remedy",
        remedy);
  }

  /**
   * The bound call.
   *
   * @param returned what it returns
   */
  BoundBatchCall bind(ModelReturn returned) {
    ImageLimits limits = new ImageLimits(SqlSettings.value(ImageSettings.MAX_PIXELS));
    BoundInputs inputs = new InputBinding(arguments, model, options, limits).bind();
    int batchSize = callOptions.batchSize().or(options::batchSize).orElse(ModelKernel.AUTO_BATCH);
    checkFits(batchSize, ModelBatch.bytesPerRow(inputs.feeds()));
    ModelKernel kernel =
        new ModelKernel(
            model,
            callOptions.device().orElseGet(options::device),
            batchSize,
            inputs.feeds(),
            InferenceSettings.read(SqlSettings::text));
    return new BoundBatchCall(inputs.columns(), kernel, returned);
  }

  /** No buffer holds more than 2 GiB. */
  private static void checkFits(int batchSize, long bytesPerRow) {
    long most = Integer.MAX_VALUE / Math.max(1, bytesPerRow);
    if (batchSize > most) {
      throw ModelOption.BATCH_SIZE.invalid(
          "cannot be " + batchSize + " where a row takes " + bytesPerRow + " bytes",
          "It can be up to " + most + ", for the 2 GiB that a tensor may have.");
    }
  }

  /** What a failed row gives: as the call says, else as its function does. */
  OnError onError(OnError byDefault) {
    return callOptions.onError().orElse(byDefault);
  }

  /** The model's name, for messages. */
  String modelName() {
    return model.name().toString();
  }
}
