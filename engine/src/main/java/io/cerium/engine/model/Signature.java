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
 * @param activation what the graph applies last before its first output: {@code softmax}, {@code
 *     sigmoid} or {@code none}
 * @param fixedBatch the first dimension where the model fixes it, else 0
 * @param metadata what the file tells of itself: opset, producer, the author's key-value pairs
 */
public record Signature(
    String format,
    List<TensorSpec> inputs,
    List<TensorSpec> outputs,
    String activation,
    int fixedBatch,
    Map<String, String> metadata)
    implements Serializable {
  public Signature {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    metadata = Map.copyOf(metadata);
  }
}
