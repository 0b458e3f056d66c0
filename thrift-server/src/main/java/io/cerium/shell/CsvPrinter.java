package io.cerium.shell;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;

/**
 * RFC 4180: a header, lines that end in CR LF, quotes where they are needed. NULL is empty, an
 * empty string is {@code ""}.
 */
record CsvPrinter(CellText cells) implements ResultPrinter {
  @Override
  public void print(List<String> columns, Iterable<StructValue> rows, PrintStream out) {
    printLine(columns, out);
    for (StructValue row : rows) {
      printLine(row.values(), out);
    }
  }

  private void printLine(List<?> values, PrintStream out) {
    out.print(values.stream().map(this::field).collect(Collectors.joining(",")));
    out.print("\r\n");
  }

  private String field(Object value) {
    if (value == null) {
      return "";
    }
    String text = cells.of(value);
    boolean plain = !text.isEmpty() && text.chars().noneMatch(c -> ",\"\r\n".indexOf(c) >= 0);
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
