package io.cerium.functions.model;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.engine.error.NearestNames;
import io.cerium.engine.model.Device;
import io.cerium.engine.model.Signature;
import io.cerium.engine.model.TensorSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The options of a model, checked and typed: what {@code OPTIONS (...)} of {@code CREATE MODEL}
 * means. Stored as texts with the version; read here wherever they are used.
 */
public final class ModelOptions {
  /** What a model is for: decides what {@code predict} returns. */
  public enum Task {
    CLASSIFICATION,
    REGRESSION,
    NONE
  }

  /** What is applied to a classifier's scores. */
  enum ScoreActivation {
    AUTO,
    SOFTMAX,
    SIGMOID,
    NONE
  }

  private final OptionValues values;
  private final Signature signature;
  private final List<String> labels;

  private ModelOptions(OptionValues values, Signature signature, List<String> labels) {
    this.values = values;
    this.signature = signature;
    this.labels = labels;
  }

  /** The options of a version that has been checked; without labels, those that the graph knows. */
  static ModelOptions of(Map<String, String> options, Signature signature, List<String> labels) {
    return new ModelOptions(new OptionValues(options), signature, signature.labels(labels));
  }

  /**
   * Checks what a user typed, before anything is stored.
   *
   * @param options keys in lower case
   * @param labels the labels that the option of that name gave, empty without it
   * @throws CeriumException MODEL_OPTION_UNKNOWN with the nearest name, MODEL_OPTION_INVALID,
   *     MODEL_LABELS_MISMATCH
   */
  public static void check(Map<String, String> options, Signature signature, List<String> labels) {
    for (String option : options.keySet()) {
      checkKnown(option);
    }
    ModelOptions checked = of(options, signature, labels);
    checked.task();
    checked.activation();
    checked.batchSize();
    checked.device();
    for (TensorSpec input : signature.inputs()) {
      checked.checkPicture(input);
    }
    if (checked.task() == Task.CLASSIFICATION) {
      ClassifierHead.of(checked);
    }
    if (checked.task() == Task.REGRESSION) {
      checked.estimate();
    }
  }

  private static void checkKnown(String option) {
    List<String> names = Arrays.stream(ModelOption.values()).map(ModelOption::key).toList();
    if (!names.contains(option)) {
      throw CeriumException.of(
          ErrorCode.MODEL_OPTION_UNKNOWN,
          "option",
          option,
          "near",
          NearestNames.hint(option, names));
    }
  }

  private void checkPicture(TensorSpec input) {
    Optional<ModelOption> asked =
        Arrays.stream(ModelOption.values())
            .filter(ModelOption::isForPictures)
            .filter(option -> values.text(option).isPresent())
            .findFirst();
    if (asked.isPresent() && Preprocessing.accepts(input)) {
      if (signature.inputs().stream().noneMatch(ModelOptions::takesNumbersOfPixels)) {
        Preprocessing.refuseNumbers(input, values);
      }
      Preprocessing.of(input, values);
    } else if (asked.isPresent() && signature.inputs().stream().noneMatch(Preprocessing::accepts)) {
      throw asked.get().invalid("is for pictures, but the input is " + input, "Leave it out.");
    }
  }

  /** Whether the options that make numbers of pixels are for this input. */
  private static boolean takesNumbersOfPixels(TensorSpec input) {
    return Preprocessing.accepts(input) && !Preprocessing.keepsPixels(input);
  }

  public Task task() {
    return values
        .word(ModelOption.TASK, Task.class)
        .orElse(labels.isEmpty() ? Task.NONE : Task.CLASSIFICATION);
  }

  /**
   * The output of a regression: the only one with one floating number a row.
   *
   * @throws CeriumException MODEL_OPTION_INVALID if there is none, or another beside it
   */
  TensorSpec estimate() {
    List<TensorSpec> numbers =
        signature.outputs().stream()
            .filter(output -> output.type().isFloating() && TensorValues.isScalar(output))
            .toList();
    if (numbers.size() != 1) {
      throw ModelOption.TASK.invalid(
          "cannot be 'regression': the model has "
              + (numbers.isEmpty() ? "no output" : numbers.size() + " outputs")
              + " with one floating number a row",
          "Its outputs are " + signature.outputs() + "; use task = 'none'.");
    }
    return numbers.get(0);
  }

  ScoreActivation activation() {
    return values.word(ModelOption.ACTIVATION, ScoreActivation.class).orElse(ScoreActivation.AUTO);
  }

  /** Rows a run, or empty where the operator chooses. */
  Optional<Integer> batchSize() {
    return values
        .text(ModelOption.BATCH_SIZE)
        .filter(text -> !text.equalsIgnoreCase("auto"))
        .map(
            text ->
                OptionValues.positive(
                    ModelOption.BATCH_SIZE, text, ModelKernel.MOST_ROWS, "'auto' or "));
  }

  /** The device that the user asked for; the CPU otherwise. */
  Device device() {
    return values.text(ModelOption.DEVICE).map(DeviceName::parse).orElse(Device.CPU);
  }

  Preprocessing preprocessing(TensorSpec input) {
    return Preprocessing.of(input, values);
  }

  Signature signature() {
    return signature;
  }

  List<String> labels() {
    return labels;
  }
}
