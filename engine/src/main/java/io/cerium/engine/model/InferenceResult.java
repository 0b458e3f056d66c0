package io.cerium.engine.model;

import io.cerium.engine.tensor.Tensor;
import java.util.Map;

/**
 * What a model gave for one batch.
 *
 * @param outputs by name, their first dimension is that of the inputs; closed with this
 * @param nanos time that the model ran, without any waiting
 */
public record InferenceResult(Map<String, Tensor> outputs, long nanos) implements AutoCloseable {
  public InferenceResult {
    outputs = Map.copyOf(outputs);
  }

  @Override
  public void close() {
    outputs.values().forEach(Tensor::close);
  }
}
