package io.cerium.engine.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import io.cerium.engine.tensor.ElementType;
import io.cerium.engine.tensor.Tensor;
import java.util.HashMap;
import java.util.Map;

/**
 * The runtime's handles of a run's inputs. They share the tensors' memory; closing frees the
 * handles alone.
 *
 * @param tensors by name
 */
record InputTensors(Map<String, OnnxTensor> tensors) implements AutoCloseable {
  static InputTensors of(OrtEnvironment environment, Map<String, Tensor> inputs)
      throws OrtException {
    InputTensors made = new InputTensors(new HashMap<>());
    try {
      for (Map.Entry<String, Tensor> input : inputs.entrySet()) {
        made.tensors.put(input.getKey(), handle(environment, input.getValue()));
      }
      return made;
    } catch (OrtException | RuntimeException e) {
      made.close();
      throw e;
    }
  }

  /** A handle of a tensor's own memory; of text, which has none, a copy. */
  static OnnxTensor handle(OrtEnvironment environment, Tensor tensor) throws OrtException {
    long[] dimensions = tensor.shape().dimensions();
    return tensor.type() == ElementType.STRING
        ? OnnxTensor.createTensor(environment, tensor.strings(), dimensions)
        : OnnxTensor.createTensor(
            environment, tensor.data(), dimensions, OnnxTypes.carrier(tensor.type()));
  }

  @Override
  public void close() {
    tensors.values().forEach(OnnxTensor::close);
  }
}
