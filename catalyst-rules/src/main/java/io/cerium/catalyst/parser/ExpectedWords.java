package io.cerium.catalyst.parser;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.Vocabulary;
import org.antlr.v4.runtime.misc.IntervalSet;

/** Turns the set of tokens that a parser would take into words for a user. */
final class ExpectedWords {
  private ExpectedWords() {}

  /** Leaves out what is only a door for later, and signs that hardly anybody has meant. */
  static List<String> of(IntervalSet tokens, Vocabulary vocabulary) {
    List<String> words = new ArrayList<>();
    boolean isEnd = tokens.contains(Token.EOF);
    boolean isName = tokens.contains(CeriumSqlLexer.IDENTIFIER);
    for (int type : tokens.toList()) {
      String word = word(type, vocabulary);
      boolean isKeyword = type >= 1 && type < CeriumSqlLexer.EQ;
      // Every keyword is a name too: listing them all would hide what is meant.
      if (!(isName && isKeyword) && !word.isEmpty() && !words.contains(word)) {
        words.add(word);
      }
    }
    if (isEnd) {
      words.add("the end of the statement");
    }
    return words;
  }

  private static String word(int type, Vocabulary vocabulary) {
    return switch (type) {
      case CeriumSqlLexer.IDENTIFIER, CeriumSqlLexer.BACKQUOTED_IDENTIFIER -> "a name";
      case CeriumSqlLexer.STRING, CeriumSqlLexer.DOUBLEQUOTED_STRING -> "a text in quotes";
      case CeriumSqlLexer.INTEGER_VALUE, CeriumSqlLexer.DECIMAL_VALUE -> "a number";
      case Token.EOF,
          CeriumSqlLexer.SEMICOLON,
          CeriumSqlLexer.MINUS,
          CeriumSqlLexer.DOT,
          CeriumSqlLexer.AS,
          CeriumSqlLexer.INPUT,
          CeriumSqlLexer.OUTPUT,
          CeriumSqlLexer.TAGS,
          CeriumSqlLexer.TARGET,
          CeriumSqlLexer.TRANSFORM ->
          "";
      default ->
          type < CeriumSqlLexer.EQ
              ? vocabulary.getDisplayName(type).replace("'", "")
              : vocabulary.getDisplayName(type);
    };
  }
}
