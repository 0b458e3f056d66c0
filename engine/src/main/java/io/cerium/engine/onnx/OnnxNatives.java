package io.cerium.engine.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import io.cerium.engine.natives.NativeLibrary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** ONNX Runtime's native libraries, loaded once a process. Safe for all threads. */
final class OnnxNatives {
  /** Those of the CPU, then those that only the CUDA build of ONNX Runtime has. */
  private static final List<String> LIBRARIES =
      List.of(
          "onnxruntime",
          "onnxruntime4j_jni",
          "onnxruntime_providers_shared",
          "onnxruntime_providers_cuda");

  private static final String PATH_PROPERTY = "onnxruntime.native.path";

  private static final NativeLibrary LIBRARY = new NativeLibrary("ONNX Runtime", OnnxNatives::load);

  // ONNX Runtime allows one environment a process; it lives as long as the process does.
  private static OrtEnvironment environment;

  private OnnxNatives() {}

  /**
   * The environment of this process.
   *
   * @throws io.cerium.engine.error.CeriumException NATIVE_LIBRARY_UNAVAILABLE
   */
  static synchronized OrtEnvironment environment() {
    LIBRARY.load();
    return environment;
  }

  private static void load(Path root) {
    try {
      if (System.getProperty(PATH_PROPERTY) == null) {
        Path folder =
            UnpackedLibraries.unpack(
                root,
                OrtEnvironment.class,
                "/ai/onnxruntime/native/" + platform() + "/",
                LIBRARIES);
        System.setProperty(PATH_PROPERTY, folder.toString());
      }
      // Errors come back as exceptions; the library need not print them as well.
      OrtEnvironment loaded =
          OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "cerium");
      loaded.setTelemetry(false);
      environment = loaded;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (OrtException e) {
      throw new IllegalStateException(OnnxErrors.reason(e), e);
    }
  }

  /** The folder in ONNX Runtime's jar for this machine. */
  private static String platform() {
    String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String os = name.startsWith("windows") ? "win" : name.startsWith("mac") ? "osx" : "linux";
    String arch = System.getProperty("os.arch", "");
    return os
        + "-"
        + switch (arch) {
          case "amd64", "x86_64" -> "x64";
          case "arm64" -> "aarch64";
          default -> arch;
        };
  }
}
