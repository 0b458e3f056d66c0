package io.cerium.engine.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A Java process of its own with the tests' class path, for what may kill a process. Its first
 * argument is the file that it writes its result to.
 */
final class ChildProcess {
  private static final long SECONDS = 300;

  private final Process process;
  private final Path result;
  private final Path output;

  private ChildProcess(Process process, Path result, Path output) {
    this.process = process;
    this.result = result;
    this.output = output;
  }

  static ChildProcess start(Path folder, Class<?> main, List<String> options, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx512m");
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    Path result = Files.createTempFile(folder, "result", ".txt");
    command.add(result.toString());
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile(folder, "output", ".txt");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    return new ChildProcess(process, result, output);
  }

  /** What it wrote; fails if it dies or does not end. */
  String result() throws IOException, InterruptedException {
    try {
      boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
      String printed = Files.readString(output);
      assertThat(ended).as("%s", printed).isTrue();
      assertThat(process.exitValue()).as("%s", printed).isZero();
      return Files.readString(result);
    } finally {
      process.destroyForcibly();
    }
  }
}
