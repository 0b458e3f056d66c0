package io.cerium.functions.model;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.engine.error.NearestNames;
import io.cerium.engine.image.ImageLimits;
import io.cerium.engine.model.TensorSpec;
import io.cerium.engine.tensor.ElementType;
import io.cerium.functions.catalog.ImageType;
import io.cerium.functions.spi.BatchArguments;
import io.cerium.functions.spi.BatchArguments.Input;
import io.cerium.functions.spi.ModelLookup.PinnedModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.NullType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Matches what a call gives with what a model takes: by position, by name, or by the fields of a
 * struct.
 */
final class InputBinding {
  private static final String SURPLUS = "Surplus names are an error: leave them out.";
  private static final String INPUTS = "inputs";
  private static final String CONVERT = "Cast or convert the value.";
  private static final String NO_PATH =
      "A path is not read here: take the content that Spark's binaryFile reads.";

  private final BatchArguments call;
  private final PinnedModel model;
  private final List<TensorSpec> tensors;
  private final TensorMatch match;

  InputBinding(BatchArguments call, PinnedModel model, ModelOptions options, ImageLimits limits) {
    this.call = call;
    this.model = model;
    this.tensors = options.signature().inputs();
    this.match = new TensorMatch(options, limits);
  }

  /**
   * @throws CeriumException MODEL_SIGNATURE_MISMATCH, which shows expected and given side by side;
   *     MODEL_ARGUMENT_ORDER
   */
  BoundInputs bind() {
    checkServable();
    List<Input> inputs = call.inputs();
    boolean named =
        inputs.stream().anyMatch(input -> input.name().isPresent()) && !isUnderInputs(inputs);
    List<TensorFeed> feeds;
    if (named) {
      feeds = byName(namedValues());
    } else if (inputs.size() == 1 && isRowOfInputs(inputs.get(0))) {
      feeds = byField(inputs.get(0));
    } else {
      feeds = byPosition();
    }
    return new BoundInputs(match.columns(), feeds);
  }

  private void checkServable() {
    for (TensorSpec tensor : tensors) {
      if (tensor.shape().rank() == 0) {
        throw mismatch(
            "its input '" + tensor.name() + "' is one value for all rows, not one a row",
            "Export the model with this input as a constant.");
      }
      if (Preprocessing.accepts(tensor)) {
        continue;
      }
      if (tensor.shape().row().isDynamic()) {
        throw mismatch(
            "its input '" + tensor.name() + "' leaves its shape open: " + tensor.shape(),
            "Export the model with fixed dimensions but the first.");
      }
      if (tensor.type() == ElementType.STRING && TensorMatch.isRowOfColumns(tensor)) {
        throw mismatch(
            "its input '" + tensor.name() + "' takes several texts a row: " + tensor.shape(),
            "Export the model with an input for each text.");
      }
    }
  }

  /** {@code inputs => x} is {@code x} by position: so the parameter is named in DESCRIBE. */
  private boolean isUnderInputs(List<Input> inputs) {
    return inputs.size() == 1
        && inputs.get(0).name().filter(INPUTS::equalsIgnoreCase).isPresent()
        && tensors.stream().map(TensorSpec::name).noneMatch(INPUTS::equalsIgnoreCase);
  }

  private boolean isRowOfInputs(Input input) {
    return input.type() instanceof StructType && !ImageType.INSTANCE.accepts(input.type());
  }

  private List<TensorFeed> byPosition() {
    List<GivenValue> values = new ArrayList<>();
    for (int i = 0; i < call.inputs().size(); i++) {
      Input input = call.inputs().get(i);
      values.add(new GivenValue(i, Optional.empty(), input.sql(), input.type()));
    }
    checkOrder();
    if (tensors.size() == 1 && (values.size() > 1 || tensors.get(0).shape().rank() == 2)) {
      Optional<TensorFeed> columns = match.columns(tensors.get(0), values);
      if (columns.isPresent()) {
        return List.of(columns.get());
      }
    }
    if (tensors.size() == 1 && TensorMatch.isRowOfColumns(tensors.get(0))) {
      checkRow(tensors.get(0), values);
    }
    if (values.size() != tensors.size()) {
      throw mismatch(
          (values.size() < tensors.size() ? "inputs are missing" : "there are too many inputs")
              + ": it takes "
              + tensors.size()
              + ", given are "
              + values.size(),
          form());
    }
    List<TensorFeed> feeds = new ArrayList<>();
    for (int i = 0; i < tensors.size(); i++) {
      feeds.add(feed(tensors.get(i), values.get(i)));
    }
    return feeds;
  }

  /** What is wrong with columns that do not make up the one tensor of a row. */
  private void checkRow(TensorSpec tensor, List<GivenValue> values) {
    if (values.size() == 1 && values.get(0).type() instanceof NullType) {
      return;
    }
    Optional<GivenValue> misfit =
        values.stream().filter(value -> !TensorMatch.isElement(tensor, value.type())).findFirst();
    if (misfit.isEmpty()) {
      long elements = tensor.shape().row().elements();
      throw mismatch(
          "it takes "
              + elements
              + " values or one ARRAY of "
              + elements
              + ", given "
              + (values.size() == 1 ? "is 1" : "are " + values.size()),
          form());
    }
    if (values.size() > 1) {
      throw mismatch(
          "no element of its input '"
              + tensor.name()
              + "' can be of type "
              + misfit.get().type().sql(),
          values.size() == tensor.shape().row().elements() ? CONVERT : form());
    }
  }

  private void checkOrder() {
    List<String> columns = new ArrayList<>();
    for (Input input : call.inputs()) {
      input.column().map(name -> name.toLowerCase(Locale.ROOT)).ifPresent(columns::add);
    }
    List<String> names =
        tensors.stream().map(tensor -> tensor.name().toLowerCase(Locale.ROOT)).toList();
    if (names.size() > 1
        && columns.size() == names.size()
        && !columns.equals(names)
        && columns.containsAll(names)) {
      throw CeriumException.of(
          ErrorCode.MODEL_ARGUMENT_ORDER,
          "name",
          model.name().toString(),
          "expected",
          String.join(", ", names),
          "given",
          String.join(", ", columns),
          "remedy",
          names.stream().map(n -> n + " => " + n).collect(Collectors.joining(", ")));
    }
  }

  /** A misspelt option looks like an input. */
  private void checkNames() {
    List<String> known = new ArrayList<>(tensors.stream().map(TensorSpec::name).toList());
    known.addAll(call.optionNames());
    for (Input input : call.inputs()) {
      String name = input.name().orElse("");
      if (!name.isEmpty() && known.stream().noneMatch(name::equalsIgnoreCase)) {
        throw mismatch("it has no input '" + name + "'", nameRemedy(name, known));
      }
    }
  }

  private String nameRemedy(String name, List<String> known) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "on_error" ->
          "Write predict(..., on_error => 'struct') to get the errors of rows that fail.";
      case "top_k" -> "Write predict(..., top_k => 3) to get the best three labels.";
      case "version" -> "The version belongs to the name, as in '" + model + "'.";
      case INPUTS -> "Give one struct of all inputs, or each by its own name.";
      default -> {
        String hint = NearestNames.hint(name, known);
        yield hint.isEmpty()
            ? formWithoutNames().orElseGet(() -> lacksInputs() ? form() : SURPLUS)
            : hint;
      }
    };
  }

  private boolean lacksInputs() {
    return tensors.stream()
        .anyMatch(
            tensor ->
                call.inputs().stream()
                    .flatMap(input -> input.name().stream())
                    .noneMatch(tensor.name()::equalsIgnoreCase));
  }

  /** The names may be those of a table's columns, where the model has one tensor for all. */
  private Optional<String> formWithoutNames() {
    boolean isNamed =
        call.inputs().stream()
            .flatMap(input -> input.name().stream())
            .anyMatch(tensors.get(0).name()::equalsIgnoreCase);
    return isNamed ? Optional.empty() : rowForm();
  }

  private Map<String, GivenValue> namedValues() {
    checkNames();
    Map<String, GivenValue> values = new LinkedHashMap<>();
    for (int i = 0; i < call.inputs().size(); i++) {
      Input input = call.inputs().get(i);
      String name =
          input
              .name()
              .orElseThrow(
                  () ->
                      mismatch(
                          "some inputs are given by name and some by position",
                          "Name all of them or none."))
              .toLowerCase(Locale.ROOT);
      if (values.put(name, new GivenValue(i, Optional.empty(), name, input.type())) != null) {
        throw mismatch("the input '" + name + "' is given twice", "Give it once.");
      }
    }
    return values;
  }

  private List<TensorFeed> byName(Map<String, GivenValue> values) {
    List<TensorFeed> feeds = new ArrayList<>();
    for (TensorSpec tensor : tensors) {
      GivenValue value = values.remove(tensor.name().toLowerCase(Locale.ROOT));
      if (value == null) {
        throw mismatch("the input '" + tensor.name() + "' is missing", form());
      }
      feeds.add(feed(tensor, value));
    }
    return feeds;
  }

  private List<TensorFeed> byField(Input input) {
    List<String> wanted = tensors.stream().map(t -> t.name().toLowerCase(Locale.ROOT)).toList();
    Map<String, GivenValue> values = new LinkedHashMap<>();
    for (StructField field : ((StructType) input.type()).fields()) {
      String name = field.name().toLowerCase(Locale.ROOT);
      GivenValue value =
          new GivenValue(0, Optional.of(field.name()), field.name(), field.dataType());
      if (wanted.contains(name) && values.put(name, value) != null) {
        throw mismatch("the struct has several fields '" + name + "'", "Give it once.");
      }
    }
    return byName(values);
  }

  private TensorFeed feed(TensorSpec tensor, GivenValue value) {
    return match
        .feed(tensor, value)
        .orElseThrow(
            () ->
                mismatch(
                    "the input '" + tensor.name() + "' cannot be of type " + value.type().sql(),
                    remedy(tensor, value)));
  }

  private String remedy(TensorSpec tensor, GivenValue value) {
    if (TensorMatch.isPath(tensor, value)) {
      return NO_PATH;
    }
    return value.type() instanceof ArrayType ? CONVERT : rowForm().orElse(CONVERT);
  }

  private Optional<String> rowForm() {
    return InputForm.ofRow(call.function(), model.name().toString(), tensors);
  }

  private String form() {
    return rowForm()
        .orElseGet(
            () -> "Give " + InputForm.named(call.function(), model.name().toString(), tensors));
  }

  private CeriumException mismatch(String problem, String remedy) {
    return CeriumException.of(
        ErrorCode.MODEL_SIGNATURE_MISMATCH,
        "name",
        model.name().toString(),
        "problem",
        problem,
        "expected",
        tensors.stream().map(match::describe).collect(Collectors.joining(", ", "(", ")")),
        "given",
        call.inputs().stream()
            .map(
                input ->
                    input.name().map(name -> name + " => ").orElse("")
                        + input.sql()
                        + " "
                        + input.type().sql())
            .collect(Collectors.joining(", ", "(", ")")),
        "remedy",
        remedy);
  }
}
