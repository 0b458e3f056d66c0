package io.cerium.engine.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.model.Device;
import io.cerium.engine.model.LoadedModel;
import io.cerium.engine.model.ModelSource;
import io.cerium.engine.tensor.Shape;
import io.cerium.engine.tensor.Tensor;
import io.cerium.engine.tensor.TensorPool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damages model files byte by byte, in a process of its own that must not die. */
class DamagedModelTest {
  /** Loads and runs a model with each of its bytes damaged in turn; writes what came of it. */
  static final class DamageEachByte {
    private DamageEachByte() {}

    public static void main(String[] arguments) throws IOException {
      byte[] whole = Files.readAllBytes(TestModels.FOLDER.resolve(arguments[1] + ".onnx"));
      int step = Integer.parseInt(arguments[2]);
      int ran = 0;
      int refused = 0;
      for (int i = 0; i < whole.length; i += step) {
        byte[] damaged = whole.clone();
        damaged[i] = (byte) (i % 2 == 0 ? 0 : damaged[i] ^ 0x80);
        try {
          loadAndRun(new ModelSource.Bytes("byte " + i, damaged));
          ran++;
        } catch (CeriumException e) {
          refused++;
        }
      }
      long kept = TensorPool.shared().outstandingBytes();
      Files.writeString(
          Path.of(arguments[0]), "ran %d, refused %d, kept %d bytes".formatted(ran, refused, kept));
    }

    private static void loadAndRun(ModelSource source) {
      try (LoadedModel model = new OnnxModelRuntime().load(source, Device.CPU, 1);
          Tensor x = TestModels.floats(Shape.of(1, 4), 5, 3, 1, 0)) {
        String input = model.signature().inputs().get(0).name();
        List<String> outputs =
            model.signature().outputs().stream().map(spec -> spec.name()).toList();
        model.run(Map.of(input, x), outputs).values().forEach(Tensor::close);
      }
    }
  }

  @Test
  void theProcessLivesAndNothingLeaks(@TempDir Path folder) throws Exception {
    List<ChildProcess> children =
        List.of(
            ChildProcess.start(folder, DamageEachByte.class, List.of(), "scale", "1"),
            ChildProcess.start(folder, DamageEachByte.class, List.of(), "iris_forest", "7"));
    for (ChildProcess child : children) {
      assertThat(child.result()).containsPattern("ran [1-9]\\d*, refused [1-9]\\d*, kept 0 bytes");
    }
  }
}
