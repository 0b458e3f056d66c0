package io.cerium.engine.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.model.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxNativesTest {
  /** Inspects a model twice and writes its signature, or the error. */
  static final class Inspect {
    private Inspect() {}

    public static void main(String[] arguments) throws IOException {
      List<String> lines = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        try {
          lines.add(new OnnxModelRuntime().inspect(TestModels.source("scale")).inputs().toString());
        } catch (CeriumException e) {
          lines.add(e.getMessage());
        }
      }
      Files.write(Path.of(arguments[0]), lines);
    }
  }

  @Test
  void processesThatStartAtOnceShareAFreshFolder(@TempDir Path folder) throws Exception {
    List<String> options = List.of("-Dcerium.natives.dir=" + folder.resolve("natives"));
    ChildProcess one = ChildProcess.start(folder, Inspect.class, options);
    ChildProcess other = ChildProcess.start(folder, Inspect.class, options);
    assertThat(one.result()).contains("[x FLOAT [N,4]]");
    assertThat(other.result()).contains("[x FLOAT [N,4]]");
    try (Stream<Path> unpacked = Files.walk(folder.resolve("natives"))) {
      assertThat(
              unpacked.filter(file -> file.getFileName().toString().startsWith("libonnxruntime")))
          .hasSize(2);
    }
  }

  @Test
  void aMachineWithoutALibraryIsExplainedEachTime(@TempDir Path folder) throws Exception {
    ChildProcess child = ChildProcess.start(folder, Inspect.class, List.of("-Dos.arch=sparc"));
    String message =
        "[NATIVE_LIBRARY_UNAVAILABLE] The native library 'ONNX Runtime' cannot be loaded: this"
            + " machine is Linux on sparc (there is no build of it for this machine)";
    assertThat(child.result()).containsSubsequence(message, message);
  }

  @Test
  void aGpuThatIsNotThereIsNeverReplacedInSilence() {
    Device gpu = new Device(Device.Kind.CUDA, 0);
    assertThatThrownBy(
            () -> new OnnxModelRuntime().load(TestModels.source("scale"), gpu, 1).close())
        .isInstanceOf(CeriumException.class)
        .hasMessageContaining("[NATIVE_LIBRARY_UNAVAILABLE]")
        .hasMessageContaining("'onnxruntime on cuda:0'")
        .hasMessageContaining("onnxruntime_gpu")
        .hasMessageContaining("device = 'cpu'");
  }
}
