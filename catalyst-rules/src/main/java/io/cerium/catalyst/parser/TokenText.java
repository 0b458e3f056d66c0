package io.cerium.catalyst.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.Interval;
import org.apache.spark.sql.catalyst.parser.UpperCaseCharStream;

/** A text as the tokens outside of comments; strings are one token each. */
record TokenText(CharStream text, List<Token> tokens) {
  static TokenText of(CharStream text) {
    String whole = text.getText(Interval.of(0, text.size() - 1));
    CeriumSqlLexer lexer =
        new CeriumSqlLexer(new UpperCaseCharStream(CharStreams.fromString(whole)));
    lexer.removeErrorListeners();
    List<Token> tokens = new ArrayList<>();
    for (Token token : lexer.getAllTokens()) {
      if (token.getChannel() == Token.DEFAULT_CHANNEL) {
        tokens.add(token);
      }
    }
    return new TokenText(text, tokens);
  }

  int size() {
    return tokens.size();
  }

  Token token(int index) {
    return tokens.get(index);
  }

  /** Whether a token is there and reads like this, in any letter case. */
  boolean is(int index, String word) {
    return index >= 0 && index < size() && token(index).getText().equalsIgnoreCase(word);
  }

  /** Whether the tokens from an index on read like these. */
  boolean are(int index, String... words) {
    for (int i = 0; i < words.length; i++) {
      if (!is(index + i, words[i])) {
        return false;
      }
    }
    return true;
  }

  boolean isName(int index) {
    if (index < 0 || index >= size()) {
      return false;
    }
    int type = token(index).getType();
    return type == CeriumSqlLexer.BACKQUOTED_IDENTIFIER
        || type == CeriumSqlLexer.IDENTIFIER
        || (type >= 1 && type < CeriumSqlLexer.EQ);
  }

  /** The index after the name with dots that begins at an index. */
  int afterName(int index) {
    int next = index;
    while (isName(next)) {
      next++;
      if (!is(next, ".") || !isName(next + 1)) {
        break;
      }
      next++;
    }
    return next;
  }

  /** The index where the name with dots begins whose last part is at an index. */
  int beginOfName(int index) {
    int first = index;
    while (is(first - 1, ".") && isName(first - 2)) {
      first -= 2;
    }
    return first;
  }

  /** The index of the bracket that closes the one at an index. */
  OptionalInt closing(int open) {
    int depth = 0;
    for (int i = open; i < size(); i++) {
      if (is(i, "(")) {
        depth++;
      } else if (is(i, ")") && --depth == 0) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /** The index of the bracket that opens the one at an index. */
  OptionalInt opening(int close) {
    int depth = 0;
    for (int i = close; i >= 0; i--) {
      if (is(i, ")")) {
        depth++;
      } else if (is(i, "(") && --depth == 0) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /** The text of the tokens from {@code from} up to, not with, {@code to}, as typed. */
  String source(int from, int to) {
    return from >= to
        ? ""
        : text.getText(Interval.of(token(from).getStartIndex(), token(to - 1).getStopIndex()));
  }

  /** The whole text, with the tokens from {@code from} up to {@code to} replaced. */
  String replaced(int from, int to, String replacement) {
    int begin = token(from).getStartIndex();
    int end = token(to - 1).getStopIndex() + 1;
    String before = begin == 0 ? "" : text.getText(Interval.of(0, begin - 1));
    String after = end >= text.size() ? "" : text.getText(Interval.of(end, text.size() - 1));
    return (before + replacement + after).strip();
  }

  String whole() {
    return text.getText(Interval.of(0, text.size() - 1));
  }

  /**
   * A model's name as {@code predict} takes it: bare, or quoted where it has more than one part.
   */
  String model(int from, int to) {
    String typed = source(from, to);
    boolean isPlain = to - from == 1 && isName(from) && !typed.startsWith("`");
    return isPlain ? typed : "'" + typed.replaceAll("[`'\"]", "") + "'";
  }
}
