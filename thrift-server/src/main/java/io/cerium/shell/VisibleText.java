package io.cerium.shell;

/**
 * Text for a terminal, with control characters as escapes: what comes from data can then neither
 * break a table nor steer the terminal.
 */
final class VisibleText {
  private VisibleText() {}

  /** A text of one line. */
  static String inLine(String text) {
    return escaped(text, "");
  }

  /** A text of many lines, which stay lines. */
  static String inLines(String text) {
    return escaped(text.replace("\r\n", "\n"), "\n\t");
  }

  private static String escaped(String text, String kept) {
    if (text.chars().noneMatch(c -> isEscaped(c, kept))) {
      return text;
    }
    StringBuilder visible = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      visible.append(isEscaped(c, kept) ? escape(c) : String.valueOf(c));
    }
    return visible.toString();
  }

  private static boolean isEscaped(int c, String kept) {
    return Character.isISOControl(c) && kept.indexOf(c) < 0;
  }

  private static String escape(char c) {
    return switch (c) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> String.format("\\u%04x", (int) c);
    };
  }
}
