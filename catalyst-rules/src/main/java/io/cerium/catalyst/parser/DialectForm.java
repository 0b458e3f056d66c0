package io.cerium.catalyst.parser;

import java.util.Optional;

/** One way in which another dialect asks for a prediction. */
interface DialectForm {
  /**
   * @param problem what does not work here
   * @param statement the whole text with the form replaced, or the general form where the text is
   *     too involved
   */
  record Rewrite(String problem, String statement) {}

  /** The rewrite, if this form begins at a token. */
  Optional<Rewrite> match(TokenText tokens, int at);
}
