package io.cerium.shell;

import io.cerium.launch.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/**
 * Statements typed by a person: many lines, history, completion. Ctrl-C ends a statement or clears
 * the line, Ctrl-D ends the shell.
 */
final class InteractiveShell {
  private static final Set<String> GOODBYES = Set.of("exit", "quit", "!exit", "!quit");

  private final Shell shell;
  private final SparkSession session;
  private final Path history;

  InteractiveShell(Shell shell, SparkSession session, Path history) {
    this.shell = shell;
    this.session = session;
    this.history = history;
  }

  void run() {
    try (Terminal terminal = TerminalBuilder.builder().system(true).build()) {
      LineReader reader =
          LineReaderBuilder.builder()
              .appName("cerium-sql")
              .terminal(terminal)
              .parser(new StatementParser())
              .completer(new StatementCompleter(session))
              .variable(LineReader.HISTORY_FILE, history)
              .variable(LineReader.SECONDARY_PROMPT_PATTERN, "     -> ")
              .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
              .option(LineReader.Option.CASE_INSENSITIVE, true)
              .build();
      terminal.handle(Terminal.Signal.INT, signal -> shell.cancel());
      terminal
          .writer()
          .println(Version.line() + ". End a statement with ; and the shell with Ctrl-D.");
      String typed = read(reader);
      while (typed != null) {
        runAll(SqlStatements.split(typed));
        typed = read(reader);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void runAll(List<SqlStatement> statements) {
    for (SqlStatement statement : statements) {
      if (!shell.run(statement.text(), "")) {
        return;
      }
    }
  }

  /** What was typed, or null at the end. */
  private static String read(LineReader reader) {
    while (true) {
      try {
        String typed = reader.readLine("cerium> ");
        return isGoodbye(typed) ? null : typed;
      } catch (UserInterruptException cleared) {
        // The next line begins afresh.
      } catch (EndOfFileException end) {
        return null;
      }
    }
  }

  static boolean isGoodbye(String typed) {
    String word = typed.strip();
    return GOODBYES.contains(word.endsWith(";") ? word.substring(0, word.length() - 1) : word);
  }
}
