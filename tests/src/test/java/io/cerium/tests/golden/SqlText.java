package io.cerium.tests.golden;

import java.util.ArrayList;
import java.util.List;

/** Finds the semicolons that end statements: those outside of strings, names and comments. */
final class SqlText {
  private SqlText() {}

  static List<Integer> statementEnds(CharSequence sql) {
    List<Integer> ends = new ArrayList<>();
    int i = 0;
    while (i < sql.length()) {
      char c = sql.charAt(i);
      if (c == '\'' || c == '"' || c == '`') {
        i = endOfQuoted(sql, i, c);
      } else if (startsAt(sql, i, "--")) {
        i = find(sql, "\n", i);
      } else if (startsAt(sql, i, "/*")) {
        i = find(sql, "*/", i + 2) + 2;
      } else {
        if (c == ';') {
          ends.add(i);
        }
        i++;
      }
    }
    return ends;
  }

  private static int endOfQuoted(CharSequence sql, int begin, char quote) {
    int i = begin + 1;
    while (i < sql.length() && sql.charAt(i) != quote) {
      i += sql.charAt(i) == '\\' && quote != '`' ? 2 : 1;
    }
    return i + 1;
  }

  private static boolean startsAt(CharSequence sql, int index, String text) {
    return index + text.length() <= sql.length()
        && text.contentEquals(sql.subSequence(index, index + text.length()));
  }

  private static int find(CharSequence sql, String text, int from) {
    int i = from;
    while (i < sql.length() && !startsAt(sql, i, text)) {
      i++;
    }
    return i;
  }
}
