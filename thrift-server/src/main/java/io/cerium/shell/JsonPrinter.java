package io.cerium.shell;

import java.io.PrintStream;
import java.util.List;

/** One JSON object a row. */
record JsonPrinter(JsonText json) implements ResultPrinter {
  @Override
  public void print(List<String> columns, Iterable<StructValue> rows, PrintStream out) {
    for (StructValue row : rows) {
      out.print(json.of(row));
      out.print('\n');
    }
  }
}
