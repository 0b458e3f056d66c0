package io.cerium.tests.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cerium.tests.session.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs what lies in {@code bin} as a user does, as a process.
 *
 * @param program a path to it
 * @param folder where it is started
 * @param variables of the environment, beside those of the tests' own process
 */
record Launcher(Path program, Path folder, Map<String, String> variables) {
  private static final long PATIENCE_MINUTES = 5;

  static Launcher of(String program, Path folder) {
    return new Launcher(Repository.root().resolve("bin").resolve(program), folder, Map.of());
  }

  /**
   * What the first start of a build prepares takes long, and would stand on standard error of
   * whichever test ran.
   */
  static void startOnce() throws IOException, InterruptedException {
    Run first = of("cerium-sql", Repository.target()).run("", "--version");
    assertThat(first.status()).as(first.err()).isZero();
  }

  Launcher with(String variable, Path value) {
    return new Launcher(program, folder, Map.of(variable, value.toString()));
  }

  /**
   * What a run left behind.
   *
   * @param out standard output
   * @param err standard error
   */
  record Run(int status, String out, String err) {}

  Process start(Path out, Path err, String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(words));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().remove("SPARK_HOME");
    if (program.getFileName().toString().startsWith("cerium")) {
      // They set these themselves, whatever the tests' own process has.
      builder.environment().remove("SPARK_LOCAL_IP");
      builder.environment().remove("OPENCV_LOG_LEVEL");
    }
    builder.environment().put("LC_ALL", "C");
    builder.environment().putAll(variables);
    return builder.start();
  }

  /** Runs to the end with the given standard input. */
  Run run(String input, String... words) throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    Process process = start(out, err, words);
    try (var stdin = process.outputWriter(UTF_8)) {
      stdin.write(input);
    }
    if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError(String.join(" ", words) + " does not end: " + Files.readString(err));
    }
    return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
  }
}
