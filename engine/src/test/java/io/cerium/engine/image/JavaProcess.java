package io.cerium.engine.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM of its own, for what needs another heap. */
final class JavaProcess {
  private JavaProcess() {}

  /** The lines that {@code main} wrote to the file it is given, once it has ended well. */
  static List<String> run(Class<?> main, String... options)
      throws IOException, InterruptedException {
    return run(main, System.getProperty("java.class.path"), List.of(options));
  }

  static List<String> run(Class<?> main, String classPath, List<String> options)
      throws IOException, InterruptedException {
    Path answer = Files.createTempFile("answer", ".txt");
    Path log = Files.createTempFile("process", ".log");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, main.getName(), answer.toString()));
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
      assertThat(process.exitValue()).as(Files.readString(log)).isZero();
      return Files.readAllLines(answer);
    } finally {
      process.destroyForcibly();
      Files.delete(answer);
      Files.delete(log);
    }
  }
}
