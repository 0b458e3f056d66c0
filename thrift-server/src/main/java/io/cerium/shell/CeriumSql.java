package io.cerium.shell;

import io.cerium.launch.DataFolder;
import io.cerium.launch.LocalSpark;
import io.cerium.launch.StandardStreams;
import io.cerium.launch.UsageException;
import io.cerium.launch.Version;
import io.cerium.shell.ShellOptions.Script;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** The program behind {@code bin/cerium-sql}. */
public final class CeriumSql {
  private static final int FAILED = 1;
  private static final int WRONG_USE = 2;

  private CeriumSql() {}

  /** Exits with 0 if all statements succeeded, 1 if one failed, 2 if nothing could be run. */
  public static void main(String[] words) {
    StandardStreams streams = StandardStreams.take();
    int status;
    try {
      status = run(ShellOptions.parse(words), streams);
    } catch (UsageException e) {
      streams.notes().println("cerium-sql: " + e.getMessage());
      status = WRONG_USE;
    }
    if (streams.results().checkError() && status == 0) {
      streams.notes().println("cerium-sql: Standard output cannot be written.");
      status = FAILED;
    }
    System.exit(status);
  }

  private static int run(ShellOptions options, StandardStreams streams) {
    switch (options.request()) {
      case HELP -> streams.results().print(Version.text(CeriumSql.class, "usage.txt"));
      case VERSION -> streams.results().println(Version.line());
      case RUN -> {
        return runStatements(options, streams);
      }
    }
    return 0;
  }

  private static int runStatements(ShellOptions options, StandardStreams streams) {
    boolean typed = options.scripts().isEmpty() && Boolean.getBoolean("cerium.terminal.in");
    try (DataFolder data = DataFolder.open(options.data(), "cerium-sql");
        SparkSession session = LocalSpark.start("cerium-sql", data, settings(options))) {
      Shell.Screen screen =
          Boolean.getBoolean("cerium.terminal.err") ? Shell.Screen.TERMINAL : Shell.Screen.NONE;
      Shell shell = new Shell(session, streams, options, screen);
      if (typed) {
        new InteractiveShell(shell, session, data.history()).run();
        return 0;
      }
      List<Script> scripts = options.scripts().isEmpty() ? List.of(piped()) : options.scripts();
      return scripts.stream().allMatch(script -> runScript(shell, script)) ? 0 : FAILED;
    }
  }

  private static Map<String, String> settings(ShellOptions options) {
    Map<String, String> settings = new LinkedHashMap<>();
    // The older classes of Java count days before October 1582 by another calendar than SQL.
    settings.put("spark.sql.datetime.java8API.enabled", "true");
    settings.putAll(options.settings());
    return settings;
  }

  private static Script piped() {
    try {
      return new Script("", new String(System.in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UsageException(
          "Standard input cannot be read: "
              + e.getMessage()
              + ". Give a file of statements by -f FILE, or a statement by -e.");
    }
  }

  private static boolean runScript(Shell shell, Script script) {
    return SqlStatements.split(script.sql()).stream()
        .allMatch(
            statement ->
                shell.run(
                    statement.text(),
                    script.name().isEmpty() ? "" : script.name() + ":" + statement.line() + ": "));
  }
}
