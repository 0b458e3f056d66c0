package io.cerium.shell;

import io.cerium.catalyst.ui.ProgressSnapshot;
import java.time.Duration;
import java.util.Locale;

/**
 * The line after a statement: rows, seconds, and where models took part how long they ran, how long
 * inputs were prepared, and which of model, decode and source holds the statement back.
 */
record StatementSummary(long rows, Duration wall, ProgressSnapshot end) {
  @Override
  public String toString() {
    String line =
        String.format(
            Locale.ROOT,
            "%,d %s in %s s",
            rows,
            rows == 1 ? "row" : "rows",
            seconds(wall.toMillis()));
    if (end.batchRows() == 0) {
      return line;
    }
    return String.format(
        Locale.ROOT,
        "%s, %,d through models (model %s s, decode %s s; limited by %s)",
        line,
        end.batchRows(),
        seconds(end.modelMillis()),
        seconds(end.decodeMillis()),
        limit());
  }

  /**
   * What the tasks spend most of their time on: waiting for the model, preparing its inputs, or the
   * rest, which is reading.
   */
  String limit() {
    long source = end.taskMillis() - end.waitMillis() - end.decodeMillis();
    if (end.waitMillis() >= Math.max(end.decodeMillis(), source)) {
      return "model";
    }
    return end.decodeMillis() >= source ? "decode" : "source";
  }

  private static String seconds(long millis) {
    return String.format(Locale.ROOT, millis < 9_995 ? "%.2f" : "%.1f", millis / 1000.0);
  }
}
