package io.cerium.engine.model;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * What a model takes and gives.
 *
 * @param format the runtime's name, {@code onnx}
 * @param inputs in the model's order
 * @param outputs in the model's order
 * @param ends by name of an output of floating numbers, what the graph does last before it
 * @param fixedBatch the first dimension where the model fixes it, else 0
 * @param metadata what the file tells of itself: opset, producer, the author's key-value pairs
 */
public record Signature(
    String format,
    List<TensorSpec> inputs,
    List<TensorSpec> outputs,
    Map<String, OutputEnd> ends,
    int fixedBatch,
    Map<String, String> metadata)
    implements Serializable {
  public Signature {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    ends = Map.copyOf(ends);
    metadata = Map.copyOf(metadata);
  }

  /** What the graph does last before {@code output}. */
  public OutputEnd end(String output) {
    return ends.getOrDefault(output, OutputEnd.OPEN);
  }

  /** The labels that the graph itself knows, of its first output that has some; often none. */
  public List<String> classes() {
    return outputs.stream()
        .map(output -> end(output.name()).classes())
        .filter(classes -> !classes.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /** The labels that a user gave; without them, those that the graph itself knows. */
  public List<String> labels(List<String> given) {
    return given.isEmpty() ? classes() : given;
  }
}
