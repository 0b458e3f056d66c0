package io.cerium.tests.sparkscript;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One of Spark's SQL test scripts, read as its {@code SQLQueryTestSuite} reads it: lines that begin
 * with {@code --} are comments, of which {@code --SET} and {@code --IMPORT} mean something;
 * statements end at semicolons, or at {@code --QUERY-DELIMITER-END}. A script's {@code
 * --CONFIG_DIM} lines are variants of it and are not read.
 *
 * @param name the path under the folder of all scripts
 * @param settings of the session that runs it
 * @param statements without their semicolons
 */
record SparkScript(String name, Map<String, String> settings, List<String> statements) {
  private static final String SET = "--SET ";
  private static final String IMPORT = "--IMPORT ";
  private static final String BLOCK_BEGIN = "--QUERY-DELIMITER-START";
  private static final String BLOCK_END = "--QUERY-DELIMITER-END";

  SparkScript {
    settings = Map.copyOf(settings);
    statements = List.copyOf(statements);
  }

  /**
   * Reads a script.
   *
   * @param lines the lines of a script of that name, this one or one that it imports
   */
  static SparkScript read(String name, Function<String, List<String>> lines) {
    List<String> own = lines.apply(name);
    List<String> code = new ArrayList<>();
    Map<String, String> settings = new LinkedHashMap<>(settingsOfFolder(name));
    for (String line : own) {
      if (line.startsWith(IMPORT)) {
        lines.apply(line.substring(IMPORT.length()).strip()).stream()
            .filter(SparkScript::isCode)
            .forEach(code::add);
      } else if (line.startsWith(SET)) {
        for (String setting : line.substring(SET.length()).split(",")) {
          int equals = setting.indexOf('=');
          settings.put(setting.substring(0, equals).strip(), setting.substring(equals + 1).strip());
        }
      }
    }
    own.stream().filter(SparkScript::isCode).forEach(code::add);
    return new SparkScript(name, settings, statements(code));
  }

  private static Map<String, String> settingsOfFolder(String name) {
    if (name.startsWith("ansi/")) {
      return Map.of("spark.sql.ansi.enabled", "true");
    }
    if (name.startsWith("postgreSQL/") || name.startsWith("udf/postgreSQL/")) {
      return Map.of("spark.sql.ansi.enabled", "true", "spark.sql.legacy.interval.enabled", "true");
    }
    if (name.startsWith("timestampNTZ/")) {
      return Map.of("spark.sql.timestampType", "TIMESTAMP_NTZ");
    }
    return Map.of();
  }

  private static boolean isCode(String line) {
    String text = line.strip();
    return !text.startsWith("--") || text.startsWith(BLOCK_BEGIN) || text.startsWith(BLOCK_END);
  }

  private static List<String> statements(List<String> code) {
    List<String> statements = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (String line : code) {
      if (line.strip().startsWith(BLOCK_BEGIN)) {
        split(lines).forEach(statements::add);
        lines.clear();
      } else if (line.strip().startsWith(BLOCK_END)) {
        statements.add(String.join("\n", lines).strip().replaceFirst(";$", ""));
        lines.clear();
      } else {
        lines.add(line);
      }
    }
    split(lines).forEach(statements::add);
    return statements;
  }

  /** A semicolon after a backslash ends nothing. */
  private static Stream<String> split(List<String> lines) {
    return Stream.of(String.join("\n", lines).split("(?<!\\\\);"))
        .map(String::strip)
        .filter(statement -> !statement.isEmpty());
  }
}
