package io.cerium.engine.onnx;

import io.cerium.engine.model.Device;
import io.cerium.engine.model.LoadedModel;
import io.cerium.engine.model.ModelSource;
import io.cerium.engine.tensor.ElementType;
import io.cerium.engine.tensor.Shape;
import io.cerium.engine.tensor.Tensor;
import io.cerium.engine.tensor.TensorPool;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The models of {@code src/test/resources/onnx}, and tensors for them. */
public final class TestModels {
  public static final Path FOLDER = Path.of("src/test/resources/onnx");

  private TestModels() {}

  public static ModelSource source(String name) {
    return new ModelSource.File(name, FOLDER.resolve(name + ".onnx"));
  }

  public static LoadedModel load(String name) {
    return new OnnxModelRuntime().load(source(name), Device.CPU, 1);
  }

  public static Tensor floats(Shape shape, float... values) {
    Tensor tensor = TensorPool.shared().allocate(ElementType.FLOAT, shape);
    tensor.data().asFloatBuffer().put(values);
    return tensor;
  }

  public static Tensor longs(Shape shape, long... values) {
    Tensor tensor = TensorPool.shared().allocate(ElementType.INT64, shape);
    tensor.data().asLongBuffer().put(values);
    return tensor;
  }

  /** A tensor's elements as an array, after which it is closed. */
  public static float[] floatsOf(Tensor tensor) {
    try (tensor) {
      FloatBuffer data = tensor.data().asFloatBuffer();
      float[] values = new float[data.remaining()];
      data.get(values);
      return values;
    }
  }

  /** As {@link #floatsOf}, for 64-bit integers. */
  public static long[] longsOf(Tensor tensor) {
    try (tensor) {
      long[] values = new long[tensor.data().asLongBuffer().remaining()];
      tensor.data().asLongBuffer().get(values);
      return values;
    }
  }

  /** Runs a model of one float input once; the caller closes the outputs. */
  public static Map<String, Tensor> run(
      LoadedModel model, Shape shape, List<String> outputs, float... values) {
    try (Tensor input = floats(shape, values)) {
      return model.run(Map.of(model.signature().inputs().get(0).name(), input), outputs);
    }
  }
}
