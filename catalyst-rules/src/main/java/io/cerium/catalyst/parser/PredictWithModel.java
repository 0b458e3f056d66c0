package io.cerium.catalyst.parser;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * T-SQL's table function {@code PREDICT(MODEL = m, DATA = t AS d) WITH (...)}, and {@code
 * PREDICT(MODEL m, ...)}.
 */
final class PredictWithModel implements DialectForm {
  private static final String PROBLEM = "PREDICT(MODEL ...) over a table is another dialect's";

  @Override
  public Optional<Rewrite> match(TokenText tokens, int at) {
    if (!tokens.are(at, "PREDICT", "(", "MODEL") || tokens.is(at - 1, ".")) {
      return Optional.empty();
    }
    OptionalInt close = tokens.closing(at + 1);
    if (close.isEmpty() || !tokens.is(at + 3, "=")) {
      return Optional.of(general());
    }
    int data = find(tokens, at + 4, close.getAsInt());
    int name = tokens.is(at + 4, "@") ? at + 5 : at + 4;
    int comma = name + 1 > tokens.afterName(name) ? name + 1 : tokens.afterName(name);
    if (data < 0 || !tokens.is(comma, ",")) {
      return Optional.of(general());
    }
    String relation =
        "(SELECT *, predict("
            + tokens.model(name, comma)
            + ") AS prediction FROM "
            + tokens.source(data, tokens.afterName(data))
            + ")";
    return Optional.of(
        new Rewrite(PROBLEM, tokens.replaced(at, end(tokens, close.getAsInt() + 1), relation)));
  }

  private static Rewrite general() {
    return new Rewrite(PROBLEM, "SELECT *, predict(model) AS prediction FROM input_table");
  }

  /** The index of the table after {@code DATA =}, or -1. */
  private static int find(TokenText tokens, int from, int to) {
    for (int i = from; i < to; i++) {
      if (tokens.are(i, "DATA", "=") && tokens.isName(i + 2)) {
        return i + 2;
      }
    }
    return -1;
  }

  /** The index after {@code WITH (...)}, the columns of the answer: ours come from the model. */
  private static int end(TokenText tokens, int at) {
    return tokens.are(at, "WITH", "(") ? tokens.closing(at + 1).orElse(at - 1) + 1 : at;
  }
}
