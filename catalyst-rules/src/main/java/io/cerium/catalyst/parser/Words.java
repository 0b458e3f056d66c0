package io.cerium.catalyst.parser;

import io.cerium.catalyst.parser.CeriumSqlParser.IdentifierContext;
import io.cerium.catalyst.parser.CeriumSqlParser.StringContext;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.Interval;
import org.apache.spark.sql.catalyst.parser.ParserUtils;
import org.apache.spark.sql.internal.SQLConf;

/** Reads names, texts and numbers as Spark's parser does. */
final class Words {
  private final SyntaxErrors errors;

  Words(SyntaxErrors errors) {
    this.errors = errors;
  }

  /** A name without its back-quotes. */
  String name(IdentifierContext identifier) {
    String typed = identifier.getText();
    return identifier.BACKQUOTED_IDENTIFIER() == null
        ? typed
        : typed.substring(1, typed.length() - 1).replace("``", "`");
  }

  /** A text without its quotes, its escapes resolved as the session's settings want it. */
  String text(StringContext string) {
    return SQLConf.get().escapedStringLiterals()
        ? ParserUtils.stringWithoutUnescape(string.getStart())
        : ParserUtils.string(string.getStart());
  }

  int wholeNumber(Token number) {
    try {
      return Integer.parseInt(number.getText());
    } catch (NumberFormatException e) {
      throw errors.at(number, "'" + number.getText() + "' is too large a number");
    }
  }

  /** The text of a part of the statement, as typed. */
  String source(ParserRuleContext part) {
    return part.getStart()
        .getInputStream()
        .getText(Interval.of(part.getStart().getStartIndex(), part.getStop().getStopIndex()));
  }
}
