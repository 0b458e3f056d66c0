package io.cerium.catalyst.parser;

import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/**
 * Reports the first wrong token and mends none. Keeps all that could stand in its place: what is
 * left out may be optional, and then the parser itself only tells what comes after.
 */
final class FirstError extends DefaultErrorStrategy {
  private int index = -1;
  private IntervalSet expected = new IntervalSet();

  @Override
  public void sync(Parser parser) {
    note(parser);
    super.sync(parser);
  }

  private void note(Parser parser) {
    int at = parser.getInputStream().index();
    if (at != index) {
      index = at;
      expected = new IntervalSet();
    }
    expected.addAll(parser.getExpectedTokens());
  }

  /** What could stand where the token stands. */
  IntervalSet expected(Token token, RecognitionException cause) {
    IntervalSet all = new IntervalSet();
    if (token.getTokenIndex() == index) {
      all.addAll(expected);
    }
    // A parser that looked ahead knows only what could stand in front of the token.
    if (cause.getExpectedTokens() != null && !(cause instanceof NoViableAltException)) {
      all.addAll(cause.getExpectedTokens());
    }
    return all;
  }

  @Override
  protected Token singleTokenDeletion(Parser parser) {
    return null;
  }

  @Override
  protected boolean singleTokenInsertion(Parser parser) {
    return false;
  }
}
