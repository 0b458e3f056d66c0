package io.cerium.engine.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerium.engine.model.Device;
import io.cerium.engine.model.LoadedModel;
import io.cerium.engine.model.ModelSource;
import io.cerium.engine.model.Signature;
import io.cerium.engine.tensor.ElementType;
import io.cerium.engine.tensor.Shape;
import io.cerium.engine.tensor.Tensor;
import io.cerium.engine.tensor.TensorPool;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClassifierTest {
  private static final Path MODEL =
      Path.of("../sql-examples/models/efficientnet-lite0/efficientnet-lite0.onnx");
  private static final ModelSource SOURCE = new ModelSource.File("efficientnet-lite0.onnx", MODEL);

  @Test
  void tellsTheSignature() {
    Signature signature = new OnnxModelRuntime().inspect(SOURCE);
    assertThat(signature.inputs()).hasToString("[image FLOAT [N,3,224,224]]");
    assertThat(signature.outputs()).hasToString("[logits FLOAT [N,1000]]");
    assertThat(signature.activation()).isEqualTo("none");
    assertThat(signature.fixedBatch()).isZero();
    assertThat(signature.metadata()).containsEntry("opset", "17").containsEntry("ir_version", "8");
  }

  @Test
  void runs() {
    try (LoadedModel model = new OnnxModelRuntime().load(SOURCE, Device.CPU, 1);
        Tensor image = TensorPool.shared().allocate(ElementType.FLOAT, Shape.of(2, 3, 224, 224))) {
      FloatBuffer pixels = image.data().asFloatBuffer();
      for (int i = 0; i < pixels.capacity(); i++) {
        pixels.put(i, (i * 37 % 256 - 127) / 128f);
      }
      Map<String, Tensor> outputs = model.run(Map.of("image", image), List.of("logits"));
      try (Tensor logits = outputs.get("logits")) {
        assertThat(logits.shape()).isEqualTo(Shape.of(2, 1000));
      }
    }
  }
}
