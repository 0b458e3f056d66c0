package io.cerium.engine.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.cerium.engine.model.Signature;
import io.cerium.engine.model.TensorSpec;
import io.cerium.engine.tensor.ElementType;
import io.cerium.engine.tensor.Shape;
import io.cerium.engine.tensor.Tensor;
import io.cerium.engine.tensor.TensorPool;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The outputs of one run. Where the shape is known beforehand the runtime writes into pooled memory
 * at once; else its own result is copied. Closing frees the handles, and the memory of outputs that
 * were not taken.
 */
final class OutputTensors implements AutoCloseable {
  private final TensorPool pool;
  private final Map<String, Tensor> tensors = new HashMap<>();
  private final Map<String, OnnxTensor> handles = new HashMap<>();
  private final Set<String> unprepared = new HashSet<>();

  private OutputTensors(TensorPool pool) {
    this.pool = pool;
  }

  /** Outputs with memory for so many rows wherever only the number of rows was open. */
  static OutputTensors prepare(
      OrtEnvironment environment,
      TensorPool pool,
      Signature signature,
      List<String> wanted,
      long rows)
      throws OrtException {
    OutputTensors outputs = new OutputTensors(pool);
    try {
      for (TensorSpec spec : select(signature, wanted)) {
        if (isPrepared(spec, rows)) {
          Tensor tensor = pool.allocate(spec.type(), spec.shape().withFirst(rows));
          outputs.tensors.put(spec.name(), tensor);
          outputs.handles.put(spec.name(), InputTensors.handle(environment, tensor));
        } else {
          outputs.unprepared.add(spec.name());
        }
      }
      return outputs;
    } catch (OrtException | RuntimeException e) {
      outputs.close();
      throw e;
    }
  }

  /** Outputs that are copied from the runtime's result. */
  static OutputTensors unprepared(TensorPool pool, Signature signature, List<String> wanted) {
    OutputTensors outputs = new OutputTensors(pool);
    select(signature, wanted).forEach(spec -> outputs.unprepared.add(spec.name()));
    return outputs;
  }

  private static List<TensorSpec> select(Signature signature, List<String> wanted) {
    List<TensorSpec> specs = new ArrayList<>();
    for (String name : wanted) {
      specs.add(
          signature.outputs().stream()
              .filter(spec -> spec.name().equals(name))
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException("no output '" + name + "'")));
    }
    return specs;
  }

  private static boolean isPrepared(TensorSpec spec, long rows) {
    Shape shape = spec.shape();
    return spec.type() != ElementType.STRING
        && !OnnxTypes.isCarried(spec.type())
        && rows > 0
        && shape.rank() > 0
        && !shape.row().isDynamic()
        && (shape.dimension(0) == rows || shape.dimension(0) < 0);
  }

  Map<String, ? extends OnnxValue> prepared() {
    return handles;
  }

  /** Names of the outputs whose memory the runtime provides. */
  Set<String> unprepared() {
    return unprepared;
  }

  /** The outputs after the run, the caller's from now on. */
  Map<String, Tensor> take(OrtSession.Result result) throws OrtException {
    for (String name : unprepared) {
      tensors.put(name, copy((OnnxTensor) result.get(name).orElseThrow()));
    }
    Map<String, Tensor> taken = new HashMap<>(tensors);
    tensors.clear();
    return taken;
  }

  private Tensor copy(OnnxTensor output) throws OrtException {
    TensorInfo info = output.getInfo();
    Shape shape = Shape.of(info.getShape());
    ElementType type =
        OnnxTypes.find(info).orElseThrow(() -> new OrtException("an output has no SQL type"));
    if (type == ElementType.STRING) {
      List<String> strings = new ArrayList<>();
      flatten(output.getValue(), strings);
      return Tensor.ofStrings(shape, strings.toArray(String[]::new));
    }
    Tensor tensor = pool.allocate(type, shape);
    tensor.data().put(output.getByteBuffer());
    return tensor;
  }

  /** The runtime gives text as arrays nested as deep as the tensor has dimensions. */
  private static void flatten(Object value, List<String> into) {
    if (value instanceof String text) {
      into.add(text);
      return;
    }
    for (int i = 0; i < Array.getLength(value); i++) {
      flatten(Array.get(value, i), into);
    }
  }

  @Override
  public void close() {
    handles.values().forEach(OnnxTensor::close);
    tensors.values().forEach(Tensor::close);
  }
}
