package io.cerium.catalyst.parser;

import java.util.Optional;
import java.util.OptionalInt;

/** Snowflake's method of a model: {@code m!predict(a, b)}. */
final class PredictMethod implements DialectForm {
  @Override
  public Optional<Rewrite> match(TokenText tokens, int at) {
    if (!tokens.is(at, "!") || !tokens.isName(at - 1) || !tokens.is(at + 2, "(")) {
      return Optional.empty();
    }
    String method = tokens.source(at + 1, at + 2);
    OptionalInt close = tokens.closing(at + 2);
    if (!method.toUpperCase(java.util.Locale.ROOT).startsWith("PREDICT") || close.isEmpty()) {
      return Optional.empty();
    }
    int from = tokens.beginOfName(at - 1);
    String function = tokens.is(at + 1, "PREDICT_PROBA") ? "predict_proba" : "predict";
    String arguments = tokens.source(at + 3, close.getAsInt());
    String call =
        function
            + "("
            + tokens.model(from, at)
            + (arguments.isEmpty() ? "" : ", " + arguments)
            + ")";
    return Optional.of(
        new Rewrite(
            "A model has no method !" + method, tokens.replaced(from, close.getAsInt() + 1, call)));
  }
}
