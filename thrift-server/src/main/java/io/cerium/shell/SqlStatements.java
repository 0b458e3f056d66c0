package io.cerium.shell;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a script into its statements at the semicolons, those in strings, quoted names and comments
 * left alone, by the words of Spark's own lexer: backslash escapes, raw strings {@code r'...'},
 * comments to the end of the line and nested {@code /* ... *}{@code /}.
 */
public final class SqlStatements {
  private final String script;
  private final List<SqlStatement> statements = new ArrayList<>();
  private int begin = -1;
  private int position;
  private boolean open;

  private SqlStatements(String script) {
    this.script = script;
  }

  /** The statements of a script, in order; comments and white space alone are none. */
  public static List<SqlStatement> split(String script) {
    SqlStatements reader = new SqlStatements(script);
    reader.readAll();
    reader.end();
    return List.copyOf(reader.statements);
  }

  /** Whether what was typed ends inside a statement, a string or a comment: more lines follow. */
  public static boolean isUnfinished(String typed) {
    SqlStatements reader = new SqlStatements(typed);
    reader.readAll();
    return reader.open || reader.begin >= 0;
  }

  private void readAll() {
    while (position < script.length()) {
      char c = script.charAt(position);
      if (c == ';') {
        end();
        position++;
      } else if (startsWith("--")) {
        skipLine();
      } else if (startsWith("/*") && !startsWith("/*+")) {
        skipComment();
      } else if (Character.isWhitespace(c)) {
        position++;
      } else {
        begin = begin < 0 ? position : begin;
        skipWord(c);
      }
    }
  }

  private void end() {
    if (begin >= 0) {
      int line = 1 + (int) script.substring(0, begin).chars().filter(c -> c == '\n').count();
      statements.add(new SqlStatement(script.substring(begin, position).strip(), line, position));
    }
    begin = -1;
  }

  private void skipWord(char first) {
    if (first == '`') {
      skipQuoted('`', false);
    } else if (first == '\'' || first == '"') {
      skipQuoted(first, !isRaw());
    } else {
      position++;
    }
  }

  /** Whether an r that is a word by itself stands before the quote. */
  private boolean isRaw() {
    return position > begin
        && Character.toLowerCase(script.charAt(position - 1)) == 'r'
        && (position == begin + 1 || !isNamePart(script.charAt(position - 2)));
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  private void skipQuoted(char quote, boolean escapes) {
    for (position++; position < script.length(); position++) {
      char c = script.charAt(position);
      if (c == quote) {
        position++;
        return;
      }
      if (c == '\\' && escapes) {
        position++;
      }
    }
    position = script.length();
    open = true;
  }

  private void skipLine() {
    int end = script.indexOf('\n', position);
    while (end > 0 && script.charAt(end - 1) == '\\') {
      end = script.indexOf('\n', end + 1);
    }
    position = end < 0 ? script.length() : end;
  }

  private void skipComment() {
    int depth = 0;
    do {
      if (startsWith("/*")) {
        depth++;
        position += 2;
      } else if (startsWith("*/")) {
        depth--;
        position += 2;
      } else {
        position++;
      }
    } while (depth > 0 && position < script.length());
    open = open || depth > 0;
  }

  private boolean startsWith(String text) {
    return script.startsWith(text, position);
  }
}
