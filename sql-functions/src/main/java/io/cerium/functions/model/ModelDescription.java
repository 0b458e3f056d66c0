package io.cerium.functions.model;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.image.ImageOp;
import io.cerium.engine.image.TensorFormat;
import io.cerium.engine.model.Activation;
import io.cerium.engine.model.TensorSpec;
import io.cerium.registry.ModelVersion;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Tells in words what will be done with a model's inputs and outputs: for {@code DESCRIBE}. */
public final class ModelDescription {
  private final ModelVersion version;
  private final ModelOptions options;

  private ModelDescription(ModelVersion version) {
    this.version = version;
    this.options = ModelOptions.of(version.options(), version.signature(), version.labels());
  }

  /** What a version does, by property, in the order to be read. */
  public static Map<String, String> of(ModelVersion version) {
    return new ModelDescription(version).properties();
  }

  /** What a version is for: {@code classification}, {@code none}, ... */
  public static String task(ModelVersion version) {
    return new ModelDescription(version).task();
  }

  private String task() {
    return options.task().name().toLowerCase(Locale.ROOT);
  }

  private Map<String, String> properties() {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("task", task());
    for (TensorSpec input : version.signature().inputs()) {
      properties.put("input " + input.name(), input.type() + " " + input.shape());
    }
    for (TensorSpec output : version.signature().outputs()) {
      properties.put("output " + output.name(), output.type() + " " + output.shape());
    }
    for (TensorSpec input : version.signature().inputs()) {
      if (Preprocessing.accepts(input)) {
        properties.put("preprocessing " + input.name(), preprocessing(input));
      }
    }
    if (options.task() == ModelOptions.Task.CLASSIFICATION) {
      properties.put("activation", activation());
    }
    if (version.signature().fixedBatch() > 0) {
      properties.put(
          "batch",
          version.signature().fixedBatch() + " rows, fixed by the model; the last is padded");
    }
    properties.put("null", "NULL in any input gives NULL; the model is not called");
    return properties;
  }

  private String activation() {
    ClassifierHead head = ClassifierHead.of(options);
    Activation found = version.signature().end(head.output()).activation();
    String graph =
        found == Activation.NONE
            ? "the graph ends without one"
            : "the graph ends with " + found.text();
    return head.activation() == Activation.NONE
        ? "none (" + graph + ")"
        : head.activation().text() + " is applied (" + graph + ")";
  }

  private String preprocessing(TensorSpec input) {
    Preprocessing preprocessing;
    try {
      preprocessing = options.preprocessing(input);
    } catch (CeriumException e) {
      // The model can still take tensors: what a picture would need is told here, not refused.
      return "none: the size of a picture is open; give the options resize and crop";
    }
    TensorFormat format = preprocessing.format();
    return preprocessing.recipe().stream()
            .map(ModelDescription::words)
            .collect(Collectors.joining(", "))
        + "; "
        + (Preprocessing.keepsPixels(input) ? "pixels from 0 to 255 as they are" : formula(format))
        + "; "
        + format.order().name().toLowerCase(Locale.ROOT);
  }

  private static String formula(TensorFormat format) {
    return "(pixel * "
        + numbers(format.scale())
        + " - "
        + numbers(format.mean())
        + ") / "
        + numbers(format.std());
  }

  private static String words(ImageOp op) {
    if (op instanceof ImageOp.ResizeShorterSide shorter) {
      return "resize the shorter side to " + shorter.size();
    }
    if (op instanceof ImageOp.ResizeToCover box) {
      return "resize to cover " + box.width() + " x " + box.height();
    }
    if (op instanceof ImageOp.Resize resize) {
      return "resize to " + resize.width() + " x " + resize.height();
    }
    if (op instanceof ImageOp.CenterCrop crop) {
      return "crop the centre of " + crop.width() + " x " + crop.height();
    }
    throw new IllegalStateException("no preprocessing has the step " + op);
  }

  /** One number where all channels have the same. */
  private static String numbers(float[] values) {
    boolean same = IntStream.range(1, values.length).allMatch(i -> values[i] == values[0]);
    return same
        ? number(values[0])
        : Arrays.stream(boxed(values)).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String[] boxed(float[] values) {
    return IntStream.range(0, values.length)
        .mapToObj(i -> number(values[i]))
        .toArray(String[]::new);
  }

  private static String number(float value) {
    return value == Math.rint(value) ? Integer.toString((int) value) : Float.toString(value);
  }
}
