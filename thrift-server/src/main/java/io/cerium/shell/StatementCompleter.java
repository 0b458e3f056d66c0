package io.cerium.shell;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Offers keywords, and the functions, tables and models that there are when the key is pressed. */
final class StatementCompleter implements Completer {
  private static final List<String> KEYWORDS =
      List.of(
          "ALL",
          "ALTER",
          "AND",
          "AS",
          "ASC",
          "BETWEEN",
          "BY",
          "CASE",
          "CAST",
          "CREATE",
          "CROSS",
          "DESC",
          "DESCRIBE",
          "DISTINCT",
          "DROP",
          "ELSE",
          "END",
          "EXISTS",
          "EXPLAIN",
          "EXTENDED",
          "FORMATTED",
          "FROM",
          "FULL",
          "FUNCTION",
          "FUNCTIONS",
          "GROUP",
          "HAVING",
          "IF",
          "IN",
          "INNER",
          "INSERT",
          "INTO",
          "IS",
          "JOIN",
          "LATERAL",
          "LEFT",
          "LIKE",
          "LIMIT",
          "LOCATION",
          "MODEL",
          "MODELS",
          "NOT",
          "NULL",
          "ON",
          "OPTIONS",
          "OR",
          "ORDER",
          "OUTER",
          "OVER",
          "PARTITION",
          "REPLACE",
          "RIGHT",
          "SELECT",
          "SET",
          "SHOW",
          "TABLE",
          "TABLES",
          "TEMPORARY",
          "THEN",
          "UNION",
          "USE",
          "USING",
          "VALUES",
          "VIEW",
          "WHEN",
          "WHERE",
          "WITH");

  private final SparkSession session;

  StatementCompleter(SparkSession session) {
    this.session = session;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    String begin = line.word().toLowerCase(Locale.ROOT);
    Set<String> names = new LinkedHashSet<>();
    boolean shouts = !line.word().isEmpty() && Character.isUpperCase(line.word().charAt(0));
    KEYWORDS.forEach(word -> names.add(shouts ? word : word.toLowerCase(Locale.ROOT)));
    names.addAll(column("SHOW TABLES", "tableName"));
    names.addAll(column("SHOW MODELS", "name"));
    names.addAll(column("SHOW FUNCTIONS", "function"));
    names.stream()
        .filter(name -> name.toLowerCase(Locale.ROOT).startsWith(begin))
        .forEach(name -> candidates.add(new Candidate(name)));
  }

  private List<String> column(String statement, String name) {
    return session.sql(statement).collectAsList().stream()
        .map(row -> row.<String>getAs(name))
        .toList();
  }
}
