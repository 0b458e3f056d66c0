package io.cerium.shell;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.WCWidth;

/**
 * A table for people: columns as wide as their widest value, numbers to the right. Widths are those
 * of a terminal, where some characters take two places and some none. A single value of many lines,
 * such as a plan, is printed as it is.
 */
record TablePrinter(CellText cells) implements ResultPrinter {
  @Override
  public void print(List<String> columns, Iterable<StructValue> rows, PrintStream out) {
    List<List<String>> lines = new ArrayList<>();
    boolean[] left = new boolean[columns.size()];
    String whole = null;
    int[] widths = columns.stream().mapToInt(name -> width(VisibleText.inLine(name))).toArray();
    for (StructValue row : rows) {
      List<String> line = new ArrayList<>();
      for (int i = 0; i < widths.length; i++) {
        Object value = row.values().get(i);
        whole = value == null ? "NULL" : cells.of(value);
        String text = VisibleText.inLine(whole);
        left[i] |= value != null && !(value instanceof Number);
        widths[i] = Math.max(widths[i], width(text));
        line.add(text);
      }
      lines.add(line);
    }
    if (columns.size() == 1 && lines.size() == 1 && whole.strip().contains("\n")) {
      out.print(VisibleText.inLines(whole.stripTrailing()) + "\n");
      return;
    }
    String rule = rule(widths);
    out.print(rule);
    out.print(line(columns.stream().map(VisibleText::inLine).toList(), widths, left));
    out.print(rule);
    lines.forEach(line -> out.print(line(line, widths, left)));
    out.print(rule);
  }

  private static String rule(int... widths) {
    StringBuilder rule = new StringBuilder("+");
    for (int width : widths) {
      rule.append("-".repeat(width + 2)).append('+');
    }
    return rule.append('\n').toString();
  }

  private static String line(List<String> texts, int[] widths, boolean[] left) {
    StringBuilder line = new StringBuilder("|");
    for (int i = 0; i < widths.length; i++) {
      String room = " ".repeat(widths[i] - width(texts.get(i)));
      line.append(' ');
      line.append(left[i] ? texts.get(i) + room : room + texts.get(i));
      line.append(" |");
    }
    return line.append('\n').toString();
  }

  private static int width(String text) {
    return text.codePoints().map(point -> Math.max(0, WCWidth.wcwidth(point))).sum();
  }
}
