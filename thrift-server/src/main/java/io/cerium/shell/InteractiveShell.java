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
  private static final Set<String> CALLS_FOR_HELP = Set.of("help", "!help", "?");

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
          .println(
              Version.line()
                  + ". End a statement with ; and the shell with Ctrl-D; help tells more.");
      String typed = read(reader);
      while (typed != null) {
        if (CALLS_FOR_HELP.contains(word(typed))) {
          terminal.writer().print(Version.text(InteractiveShell.class, "help.txt"));
        } else {
          runAll(SqlStatements.split(typed));
        }
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
        return GOODBYES.contains(word(typed)) ? null : typed;
      } catch (UserInterruptException cleared) {
        // The next line begins afresh.
      } catch (EndOfFileException end) {
        return null;
      }
    }
  }

  /** Whether this is for the shell, not SQL. */
  static boolean isCommand(String typed) {
    return GOODBYES.contains(word(typed)) || CALLS_FOR_HELP.contains(word(typed));
  }

  private static String word(String typed) {
    String word = typed.strip();
    return word.endsWith(";") ? word.substring(0, word.length() - 1) : word;
  }
}
