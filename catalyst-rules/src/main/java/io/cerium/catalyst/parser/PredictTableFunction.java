package io.cerium.catalyst.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A prediction over a table in {@code FROM}: BigQuery's {@code ML.PREDICT(MODEL m, TABLE t)} and
 * {@code ML.PREDICT(MODEL m, (SELECT ...))}, Flink's {@code ML_PREDICT(TABLE t, MODEL m,
 * DESCRIPTOR(a))}.
 */
final class PredictTableFunction implements DialectForm {
  @Override
  public Optional<Rewrite> match(TokenText tokens, int at) {
    int open =
        tokens.are(at, "ML", ".", "PREDICT", "(")
            ? at + 3
            : tokens.are(at, "ML_PREDICT", "(") ? at + 1 : -1;
    if (open < 0) {
      return Optional.empty();
    }
    String problem = tokens.source(at, open) + "(...) over a table is another dialect's";
    OptionalInt close = tokens.closing(open);
    String relation = close.isPresent() ? relation(tokens, open + 1, close.getAsInt()) : null;
    if (relation == null) {
      return Optional.of(
          new Rewrite(problem, "SELECT *, predict(model) AS prediction FROM input_table"));
    }
    // Flink wraps the call in TABLE(...).
    boolean isWrapped = tokens.are(at - 2, "TABLE", "(") && tokens.is(close.getAsInt() + 1, ")");
    int from = isWrapped ? at - 2 : at;
    int to = isWrapped ? close.getAsInt() + 2 : close.getAsInt() + 1;
    return Optional.of(new Rewrite(problem, tokens.replaced(from, to, relation)));
  }

  private static String relation(TokenText tokens, int from, int to) {
    String model = null;
    String input = null;
    List<String> columns = new ArrayList<>();
    for (int at = from; at < to; ) {
      int end = endOfArgument(tokens, at, to);
      if (tokens.is(at, "MODEL") && tokens.afterName(at + 1) == end) {
        model = tokens.model(at + 1, end);
      } else if (tokens.is(at, "TABLE")) {
        input = tokens.source(at + 1, end);
      } else if (tokens.is(at, "(")) {
        input = tokens.source(at, end);
      } else if (tokens.are(at, "DESCRIPTOR", "(")) {
        columns.add(tokens.source(at + 2, end - 1));
      }
      at = end + 1;
    }
    if (model == null || input == null) {
      return null;
    }
    columns.add(0, model);
    return "(SELECT *, predict("
        + String.join(", ", columns)
        + ") AS prediction FROM "
        + input
        + ")";
  }

  /** The index of the comma outside of brackets, or {@code to}. */
  private static int endOfArgument(TokenText tokens, int from, int to) {
    int depth = 0;
    for (int i = from; i < to; i++) {
      if (tokens.is(i, "(")) {
        depth++;
      } else if (tokens.is(i, ")")) {
        depth--;
      } else if (depth == 0 && tokens.is(i, ",")) {
        return i;
      }
    }
    return to;
  }
}
