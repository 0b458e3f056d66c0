package io.cerium.tests.golden;

import io.cerium.shell.SqlStatement;
import io.cerium.shell.SqlStatements;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A golden script: statements, each with its recorded answer below it. The format is told in {@code
 * docs/golden-tests.md}.
 *
 * @param statements in order
 * @param tail what stands after the last statement
 * @param tolerance how far numbers with a fraction may be off: absolutely below 1, relatively above
 * @param reruns settings for further runs, which must give the same answers
 * @param masks texts that differ from run to run
 */
record GoldenScript(
    List<GoldenStatement> statements,
    String tail,
    double tolerance,
    List<Map<String, String>> reruns,
    List<Pattern> masks) {
  private static final Pattern ANSWER_LINE = Pattern.compile("--[:>!]( .*)?");
  private static final String DIRECTIVE = "--@ ";

  static GoldenScript parse(String file) {
    StringBuilder sql = new StringBuilder();
    List<Integer> offsets = new ArrayList<>();
    List<String> answers = new ArrayList<>();
    double tolerance = 0;
    List<Map<String, String>> reruns = new ArrayList<>();
    List<Pattern> masks = new ArrayList<>();
    for (String line : file.lines().toList()) {
      if (ANSWER_LINE.matcher(line).matches()) {
        offsets.add(sql.length());
        answers.add(line);
        continue;
      }
      if (line.startsWith(DIRECTIVE)) {
        String[] words = line.substring(DIRECTIVE.length()).strip().split(" ", 2);
        switch (words[0]) {
          case "tolerance" -> tolerance = Double.parseDouble(words[1]);
          case "again" -> reruns.add(settings(words[1]));
          case "mask" -> masks.add(Pattern.compile(words[1]));
          default -> throw new IllegalArgumentException("no such directive: " + line);
        }
      }
      sql.append(line).append('\n');
    }
    List<GoldenStatement> statements = new ArrayList<>();
    List<Integer> ends =
        SqlStatements.split(sql.toString()).stream().map(SqlStatement::end).toList();
    int begin = 0;
    int answer = 0;
    for (int i = 0; i < ends.size(); i++) {
      int next = i + 1 < ends.size() ? ends.get(i + 1) : sql.length() + 1;
      List<String> recorded = new ArrayList<>();
      while (answer < answers.size() && offsets.get(answer) < next) {
        recorded.add(answers.get(answer++));
      }
      statements.add(new GoldenStatement(sql.substring(begin, ends.get(i)).strip(), recorded));
      begin = Math.min(ends.get(i) + 1, sql.length());
    }
    return new GoldenScript(statements, sql.substring(begin).strip(), tolerance, reruns, masks);
  }

  private static Map<String, String> settings(String text) {
    Map<String, String> settings = new LinkedHashMap<>();
    for (String pair : text.strip().split("\\s+")) {
      String[] parts = pair.split("=", 2);
      settings.put(parts[0], parts[1]);
    }
    return settings;
  }

  GoldenScript withAnswers(List<List<String>> answers) {
    List<GoldenStatement> answered = new ArrayList<>();
    for (int i = 0; i < statements.size(); i++) {
      answered.add(statements.get(i).withAnswer(answers.get(i)));
    }
    return new GoldenScript(answered, tail, tolerance, reruns, masks);
  }

  /**
   * Whether the answers of another run are this script's, within its tolerance.
   *
   * @param other of the same statements
   */
  boolean isAnsweredBy(GoldenScript other) {
    AnswerDifference difference = new AnswerDifference(tolerance);
    return IntStream.range(0, statements.size())
        .allMatch(
            i -> difference.isSame(statements.get(i).answer(), other.statements().get(i).answer()));
  }

  /** The script as a file. */
  String render() {
    StringBuilder file = new StringBuilder();
    for (GoldenStatement statement : statements) {
      // A comment at the end of the text would swallow a semicolon behind it.
      boolean endsInComment = statement.text().lines().reduce("", (a, b) -> b).contains("--");
      file.append(statement.text()).append(endsInComment ? "\n;\n" : ";\n");
      statement.answer().forEach(line -> file.append(line).append('\n'));
      file.append('\n');
    }
    return (file + tail).strip() + "\n";
  }
}
