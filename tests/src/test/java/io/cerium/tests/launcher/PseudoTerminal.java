package io.cerium.tests.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jline.builtins.ScreenTerminal;

/**
 * A person at a terminal: keys go in, and what stands on the screen can be read.
 *
 * <p>{@code script} of util-linux lends the kernel's pseudo terminal, so that Ctrl-C is a signal
 * and the program believes in its terminal. The signals have their default actions, as after a
 * login: what runs in the background of a script ignores Ctrl-C, and hands that on to its children.
 */
final class PseudoTerminal implements AutoCloseable {
  static final String CTRL_C = "\003";
  static final String CTRL_D = "\004";
  static final String TAB = "\t";
  static final String ENTER = "\r";
  static final String UP = "\033OA";

  private static final int COLUMNS = 150;

  /** So many that nothing scrolls out of sight. */
  private static final int LINES = 150;

  private final Process process;
  private final Writer keys;
  private final ScreenTerminal screen = new ScreenTerminal(COLUMNS, LINES);
  private final Thread display;

  private PseudoTerminal(Process process) {
    this.process = process;
    this.keys = process.outputWriter(UTF_8);
    this.display = new Thread(this::draw, "screen");
    display.setDaemon(true);
    display.start();
  }

  /** Starts a program of {@code bin} at a terminal of its own. */
  static PseudoTerminal start(String program, Path folder, String... words) throws IOException {
    Launcher launcher = Launcher.of(program, folder);
    String command =
        Stream.concat(Stream.of(launcher.program().toString()), Stream.of(words))
            .map(word -> "'" + word.replace("'", "'\\''") + "'")
            .collect(Collectors.joining(" "));
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(
                    "script",
                    "--quiet",
                    "--return",
                    "--command",
                    "stty rows "
                        + LINES
                        + " columns "
                        + COLUMNS
                        + " && exec env --default-signal=INT,QUIT "
                        + command,
                    "/dev/null"))
            .directory(folder.toFile())
            .redirectErrorStream(true);
    builder.environment().remove("SPARK_HOME");
    builder.environment().remove("SPARK_LOCAL_IP");
    builder.environment().putAll(Map.of("TERM", "xterm", "SHELL", "/bin/sh"));
    return new PseudoTerminal(builder.start());
  }

  private void draw() {
    char[] some = new char[4096];
    try (Reader output = process.inputReader(UTF_8)) {
      for (int count = output.read(some); count >= 0; count = output.read(some)) {
        screen.write(new String(some, 0, count));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The program at the terminal. */
  ProcessHandle program() {
    return process.descendants().reduce((parent, child) -> child).orElseThrow();
  }

  void type(String text) throws IOException {
    keys.write(text);
    keys.flush();
  }

  /** What stands on the screen, without blanks at the end of lines and empty lines at the end. */
  String screen() {
    return screen
        .toString()
        .lines()
        .map(String::stripTrailing)
        .collect(Collectors.joining("\n"))
        .stripTrailing();
  }

  /** Waits until the screen ends with what a regular expression describes. */
  void await(Duration patience, String end) {
    try {
      Awaitility.await().atMost(patience).until(() -> screen().matches("(?s).*(" + end + ")"));
    } catch (ConditionTimeoutException late) {
      Assertions.fail("There is no '%s' at the end of the screen:%n%s", end, screen());
    }
  }

  /** The status the program ends with. */
  int status(Duration patience) throws InterruptedException {
    if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      Assertions.fail("The program does not end:%n%s", screen());
    }
    return process.exitValue();
  }

  @Override
  public void close() throws InterruptedException {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    process.waitFor(10, TimeUnit.SECONDS);
  }
}
