package io.cerium.engine.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.engine.natives.NativeFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * ONNX Runtime's native libraries: unpacked into the {@link NativeFolder} and loaded once a
 * process. Safe for all threads.
 */
final class OnnxNatives {
  /** Those of the CPU, then those that only the CUDA build of ONNX Runtime has. */
  private static final List<String> LIBRARIES =
      List.of(
          "onnxruntime",
          "onnxruntime4j_jni",
          "onnxruntime_providers_shared",
          "onnxruntime_providers_cuda");

  private static final String PATH_PROPERTY = "onnxruntime.native.path";

  // ONNX Runtime allows one environment a process; it lives as long as the process does.
  private static OrtEnvironment environment;
  private static CeriumException failure;

  private OnnxNatives() {}

  /**
   * The environment of this process.
   *
   * @throws CeriumException NATIVE_LIBRARY_UNAVAILABLE; once failed, fails the same way each time
   */
  static synchronized OrtEnvironment environment() {
    if (failure != null) {
      throw failure;
    }
    if (environment == null) {
      try {
        environment = load();
      } catch (CeriumException e) {
        failure = e;
        throw e;
      }
    }
    return environment;
  }

  private static OrtEnvironment load() {
    String platform = platform();
    try {
      if (System.getProperty(PATH_PROPERTY) == null) {
        Path folder =
            UnpackedLibraries.unpack(
                NativeFolder.resolve(),
                OrtEnvironment.class,
                "/ai/onnxruntime/native/" + platform + "/",
                LIBRARIES);
        System.setProperty(PATH_PROPERTY, folder.toString());
      }
      // Errors come back as exceptions; the library need not print them as well.
      OrtEnvironment loaded =
          OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "cerium");
      loaded.setTelemetry(false);
      return loaded;
    } catch (IOException | OrtException | LinkageError e) {
      Throwable root = e;
      while (root.getCause() != null) {
        root = root.getCause();
      }
      throw CeriumException.causedBy(
          e,
          ErrorCode.NATIVE_LIBRARY_UNAVAILABLE,
          "library",
          "onnxruntime (" + platform + ")",
          "reason",
          String.valueOf(root.getMessage()),
          "remedy",
          "It needs Linux (glibc 2.28 or newer) on x86_64 or aarch64, macOS on aarch64, or Windows"
              + " on x86_64, and a folder for unpacked libraries that is not mounted noexec"
              + " (spark.cerium.natives.dir).");
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
