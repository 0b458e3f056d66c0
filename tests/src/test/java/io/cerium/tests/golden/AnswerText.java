package io.cerium.tests.golden;

import io.cerium.tests.session.Repository;
import io.cerium.tests.session.SharedSpark;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** An answer as the lines below its statement. */
final class AnswerText {
  private AnswerText() {}

  static List<String> lines(SqlAnswer answer, List<Pattern> masks) {
    List<String> lines = new ArrayList<>();
    if (answer.error() != null) {
      SqlFailure error = answer.error();
      String state = error.sqlState().isEmpty() ? "" : " SQLSTATE " + error.sqlState();
      String when = error.atRunTime() ? " at run time" : "";
      lines.add("--! [" + error.errorClass() + "]" + state + when);
      add(lines, "--! ", error.message(), masks);
    } else {
      lines.add(answer.schema().isEmpty() ? "--: no columns" : "--: " + answer.schema());
      answer.rows().forEach(row -> add(lines, "--> ", row, masks));
    }
    return lines;
  }

  private static void add(List<String> lines, String prefix, String text, List<Pattern> masks) {
    String shown = withVariables(text);
    for (Pattern mask : masks) {
      shown = mask.matcher(shown).replaceAll("<masked>");
    }
    shown.lines().forEach(line -> lines.add((prefix + line).stripTrailing()));
    if (shown.isEmpty()) {
      lines.add(prefix.strip());
    }
  }

  /** The statement with the folders that it names. */
  static String withFolders(String sql) {
    return sql.replace("${examples}", Repository.examples().toString())
        .replace("${resources}", Repository.tests().resolve("src/test/resources").toString())
        .replace("${work}", SharedSpark.work().toString());
  }

  private static String withVariables(String text) {
    return text.replace(Repository.examples().toString(), "${examples}")
        .replace(Repository.tests().resolve("src/test/resources").toString(), "${resources}")
        .replace(SharedSpark.work().toString(), "${work}");
  }
}
