package io.cerium.shell;

import io.cerium.launch.Arguments;
import io.cerium.launch.DataFolder;
import io.cerium.launch.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the command line asks of the shell.
 *
 * @param scripts to run one after the other; none: read from standard input
 * @param settings of Spark, given by the user
 * @param errors how failures are told
 * @param request what to do
 */
record ShellOptions(
    List<Script> scripts,
    Map<String, String> settings,
    ResultFormat format,
    Path data,
    Errors errors,
    Request request) {

  /**
   * SQL to run.
   *
   * @param name what errors call it; empty where it needs no name
   */
  record Script(String name, String sql) {
    /** Editors of Windows begin a file with a mark of its byte order, which is no SQL. */
    Script {
      sql = sql.startsWith("\uFEFF") ? sql.substring(1) : sql;
    }
  }

  /** How failures are told. */
  enum Errors {
    SENTENCE,
    STACK_TRACE
  }

  /** What is asked for. */
  enum Request {
    RUN,
    HELP,
    VERSION
  }

  static ShellOptions parse(String... words) {
    List<Script> scripts = new ArrayList<>();
    Map<String, String> settings = new LinkedHashMap<>();
    ResultFormat format = ResultFormat.TABLE;
    Path data = DataFolder.usual();
    Errors errors = Errors.SENTENCE;
    Request request = Request.RUN;
    Arguments arguments = new Arguments(words);
    while (!arguments.isEmpty()) {
      switch (arguments.nextOption()) {
        case "-e" -> scripts.add(new Script("", arguments.value()));
        case "-f" -> scripts.add(read(arguments.value()));
        case "--conf" -> arguments.addSettingTo(settings);
        case "--format" -> format = ResultFormat.resolve(arguments.value());
        case "--data" -> data = arguments.path();
        case "--verbose" -> errors = Errors.STACK_TRACE;
        case "--help", "-h" -> request = Request.HELP;
        case "--version" -> request = Request.VERSION;
        default -> throw arguments.unknownOption();
      }
    }
    return new ShellOptions(scripts, settings, format, data, errors, request);
  }

  private static Script read(String file) {
    try {
      return new Script(file, Files.readString(Path.of(file)));
    } catch (IOException e) {
      throw new UsageException(
          "The script '"
              + file
              + "' cannot be read. Check the path and its rights; it has to be"
              + " text in UTF-8.",
          e);
    }
  }
}
