package io.cerium.shell;

import java.io.PrintStream;
import java.time.ZoneId;
import java.util.List;

/** Writes the result of one statement, every value whole. */
sealed interface ResultPrinter permits TablePrinter, CsvPrinter, JsonPrinter {
  /**
   * @param columns the names
   * @param rows as many values each as there are columns; NULL is null
   */
  void print(List<String> columns, Iterable<StructValue> rows, PrintStream out);

  /** The printer of a format; instants are shown in the given zone. */
  static ResultPrinter of(ResultFormat format, ZoneId zone) {
    ScalarText scalars = new ScalarText(zone);
    JsonText json = new JsonText(scalars);
    return switch (format) {
      case TABLE -> new TablePrinter(new CellText(scalars, json));
      case CSV -> new CsvPrinter(new CellText(scalars, json));
      case JSON -> new JsonPrinter(json);
    };
  }
}
