package io.cerium.tests.sparkscript;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A process that runs scripts with the extension or without, one script after the other. Its log
 * and its answers stay in its folder. Closing ends it.
 */
final class ScriptSide implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final long END_SECONDS = 60;

  private final Path folder;
  private final Path log;
  private final Process process;
  private final Writer scripts;

  private ScriptSide(Path folder, Path log, Process process) {
    this.folder = folder;
    this.log = log;
    this.process = process;
    this.scripts = process.outputWriter(UTF_8);
  }

  /**
   * Starts a side.
   *
   * @param folder an empty one
   * @param classPath which entries of this process's class path the side has
   * @param arguments of {@link ScriptRunner} after the folder
   */
  static ScriptSide start(Path folder, Predicate<Path> classPath, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    String entries =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> classPath.test(Path.of(entry)))
            .collect(Collectors.joining(File.pathSeparator));
    command.addAll(List.of("-cp", entries, ScriptRunner.class.getName(), folder.toString()));
    command.addAll(arguments);
    Path log = folder.resolve("log.txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    return new ScriptSide(folder, log, process);
  }

  /** Hands a script to the process and does not wait for its answers. */
  void begin(SparkScript script) throws IOException {
    scripts.write(JSON.writeValueAsString(script) + "\n");
    scripts.flush();
  }

  /** Waits for the answers to a script that was begun, one for each statement. */
  List<StatementAnswer> answers(SparkScript script) throws IOException {
    Path answers = ScriptRunner.answers(folder, script);
    await(script.name())
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> Files.exists(answers) || !process.isAlive());
    assertThat(answers).as("answers of a process with the log %s", log).exists();
    return JSON.readValue(answers.toFile(), new TypeReference<>() {});
  }

  @Override
  public void close() throws IOException {
    try {
      scripts.close();
      process.waitFor(END_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      process.destroyForcibly();
    }
  }
}
