package io.cerium.engine.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM of its own, for what needs another heap. */
final class JavaProcess {
  private JavaProcess() {}

  /** The lines that {@code main} printed, once it has ended well. */
  static List<String> run(Class<?> main, String heap) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                "-cp",
                System.getProperty("java.class.path"),
                main.getName())
            .redirectErrorStream(true)
            .start();
    try {
      byte[] output = process.getInputStream().readAllBytes();
      List<String> lines = new String(output, StandardCharsets.UTF_8).lines().toList();
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
      assertThat(process.exitValue()).as(lines.toString()).isZero();
      return lines;
    } finally {
      process.destroyForcibly();
    }
  }
}
