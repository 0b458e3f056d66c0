package io.cerium.registry.file;

import io.cerium.engine.model.Activation;
import io.cerium.engine.model.OutputEnd;
import io.cerium.engine.model.Signature;
import io.cerium.engine.model.TensorSpec;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A signature as records hold it. Early ones have no {@code ends}: they tell the {@code activation}
 * of the first output of floating numbers alone, and its labels, one a line, among the metadata.
 */
record StoredSignature(
    String format,
    List<TensorSpec> inputs,
    List<TensorSpec> outputs,
    String activation,
    Map<String, OutputEnd> ends,
    int fixedBatch,
    Map<String, String> metadata) {
  private static final String EARLY_CLASSES = "classes";

  Signature signature() {
    return new Signature(
        format, inputs, outputs, ends == null ? earlyEnds() : ends, fixedBatch, metadata);
  }

  private Map<String, OutputEnd> earlyEnds() {
    Optional<TensorSpec> first =
        outputs.stream().filter(output -> output.type().isFloating()).findFirst();
    return first
        .map(
            output ->
                Map.of(
                    output.name(),
                    new OutputEnd(
                        Activation.valueOf(activation.toUpperCase(Locale.ROOT)),
                        earlyClasses(output))))
        .orElse(Map.of());
  }

  /** What stands there may also be a pair of the author's own. */
  private List<String> earlyClasses(TensorSpec output) {
    List<String> lines = List.of(metadata.getOrDefault(EARLY_CLASSES, "").split("\n", -1));
    boolean fits = output.shape().rank() >= 2 && output.shape().row().elements() == lines.size();
    return metadata.containsKey(EARLY_CLASSES) && fits ? lines : List.of();
  }
}
