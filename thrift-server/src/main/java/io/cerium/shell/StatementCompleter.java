package io.cerium.shell;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

  /** A catalog that wakes up may take longer; its names are there for a later key then. */
  private static final long LONGEST_WAIT_MILLIS = 2_000;

  private final SparkSession session;

  // Not the thread that reads the line: Ctrl-C interrupts that one, and a catalog must not be.
  private final ExecutorService catalogReader =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "cerium-completion");
            thread.setDaemon(true);
            return thread;
          });

  private Future<List<String>> reading;

  /** Reads the catalog once, for nobody: the first time takes seconds, a key should not. */
  StatementCompleter(SparkSession session) {
    this.session = session;
    Future<List<String>> unused = catalogReader.submit(this::readCatalog);
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    String begin = line.word().toLowerCase(Locale.ROOT);
    Set<String> names = new LinkedHashSet<>();
    boolean shouts = !line.word().isEmpty() && Character.isUpperCase(line.word().charAt(0));
    KEYWORDS.forEach(word -> names.add(shouts ? word : word.toLowerCase(Locale.ROOT)));
    names.addAll(catalogNames());
    names.stream()
        .filter(name -> name.toLowerCase(Locale.ROOT).startsWith(begin))
        .forEach(name -> candidates.add(new Candidate(name)));
  }

  /** The names there are; none of them if they are not known soon. For the reading thread only. */
  private List<String> catalogNames() {
    if (reading == null) {
      reading = catalogReader.submit(this::readCatalog);
    }
    try {
      List<String> names = reading.get(LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS);
      reading = null;
      return names;
    } catch (TimeoutException e) {
      return List.of();
    } catch (ExecutionException e) {
      // A statement will tell what is wrong with the catalog; a key must not.
      reading = null;
      return List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  private List<String> readCatalog() {
    List<String> names = new ArrayList<>();
    names.addAll(column("SHOW TABLES", "tableName"));
    names.addAll(column("SHOW MODELS", "name"));
    names.addAll(column("SHOW FUNCTIONS", "function"));
    return names;
  }

  private List<String> column(String statement, String name) {
    return session.sql(statement).collectAsList().stream()
        .map(row -> row.<String>getAs(name))
        .toList();
  }
}
