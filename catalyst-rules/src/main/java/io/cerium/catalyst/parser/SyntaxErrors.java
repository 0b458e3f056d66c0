package io.cerium.catalyst.parser;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.functions.catalyst.ScalaBridge;
import io.cerium.functions.catalyst.SqlErrors;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.parser.ParserUtils;
import org.apache.spark.sql.catalyst.trees.Origin;

/** Says what is wrong with the text of a statement, in the form of Spark's own parser. */
final class SyntaxErrors extends BaseErrorListener {
  private final String text;

  SyntaxErrors(String text) {
    this.text = text;
  }

  @Override
  public void syntaxError(
      Recognizer<?, ?> recognizer,
      Object offending,
      int line,
      int position,
      String message,
      RecognitionException cause) {
    Token token = (Token) offending;
    Origin origin = ParserUtils.position(token);
    throw SqlErrors.unchecked(
        new ParseException(
            ScalaBridge.toOption(Optional.of(text)),
            origin,
            origin,
            "PARSE_SYNTAX_ERROR",
            ScalaBridge.toMap(
                Map.of(
                    "error",
                    token.getType() == Token.EOF ? "end of input" : "'" + token.getText() + "'",
                    "hint",
                    hint((Parser) recognizer, token, cause)))));
  }

  private static String hint(Parser parser, Token token, RecognitionException cause) {
    if (token.getType() == CeriumSqlLexer.OTHER && "'\"`".contains(token.getText())) {
      return ": the quote has no end";
    }
    if (isDoubledQuote(parser.getTokenStream().LT(-1), token)) {
      return ": a quote inside of a text is written \\" + token.getText().charAt(0);
    }
    List<String> expected =
        ExpectedWords.of(
            ((FirstError) parser.getErrorHandler()).expected(token, cause), parser.getVocabulary());
    return expected.isEmpty() ? "" : ": expected " + String.join(", ", expected);
  }

  private static boolean isDoubledQuote(Token before, Token token) {
    return before != null
        && before.getStopIndex() + 1 == token.getStartIndex()
        && before.getType() == token.getType()
        && (token.getType() == CeriumSqlLexer.STRING
            || token.getType() == CeriumSqlLexer.DOUBLEQUOTED_STRING);
  }

  /** An error in what a statement says, at its place in the text. */
  RuntimeException at(Token token, CeriumException error) {
    return SqlErrors.unchecked(new StatementException(error, text, ParserUtils.position(token)));
  }

  /** As {@link #at(Token, CeriumException)}, for an error that is this statement's alone. */
  RuntimeException at(Token token, String problem) {
    return at(token, CeriumException.of(ErrorCode.STATEMENT_SYNTAX, "problem", problem + "."));
  }
}
