package io.cerium.catalyst.parser;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.CharStream;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.parser.ParserUtils;

/**
 * Looks again at a text that Spark refuses: where it is the way in which another dialect asks for a
 * prediction, the answer is the statement that works here. Words inside of strings and comments do
 * not count.
 */
final class DialectAnswers {
  private static final List<DialectForm> FORMS =
      List.of(
          new PredictTableFunction(), new PredictMethod(), new PredictWithModel(), new CallStar());

  private DialectAnswers() {}

  /** The answer to the first form that the text holds; empty where Spark's own error stands. */
  static Optional<ParseException> find(CharStream text) {
    TokenText tokens = TokenText.of(text);
    for (int at = 0; at < tokens.size(); at++) {
      for (DialectForm form : FORMS) {
        Optional<DialectForm.Rewrite> rewrite = form.match(tokens, at);
        if (rewrite.isPresent()) {
          return Optional.of(answer(tokens, at, rewrite.get()));
        }
      }
    }
    return Optional.empty();
  }

  private static ParseException answer(TokenText tokens, int at, DialectForm.Rewrite rewrite) {
    return new StatementException(
        CeriumException.of(
            ErrorCode.STATEMENT_REWRITE,
            "problem",
            rewrite.problem(),
            "remedy",
            rewrite.statement()),
        tokens.whole(),
        ParserUtils.position(tokens.token(at)));
  }
}
