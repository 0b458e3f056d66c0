package io.cerium.catalyst.parser;

import io.cerium.catalyst.statement.ModelStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.apache.spark.sql.catalyst.parser.UpperCaseCharStream;
import org.apache.spark.sql.execution.ExplainMode;
import org.apache.spark.sql.internal.VariableSubstitution;

/** A text that begins like a statement of ours. */
final class StatementText {
  /** EXPLAIN EXTENDED CREATE OR REPLACE TEMPORARY MODEL: no beginning of ours is longer. */
  private static final int FIRST_WORDS = 7;

  private final String text;
  private final Optional<String> described;

  private StatementText(String text, Optional<String> described) {
    this.text = text;
    this.described = described;
  }

  /** What stands after {@code DESCRIBE MODEL}: it could be a column of a table named model. */
  Optional<String> described() {
    return described;
  }

  /**
   * A statement, and the mode of the {@code EXPLAIN} in front of it.
   *
   * @param explain empty where the statement is to run
   */
  record Parsed(ModelStatement statement, Optional<ExplainMode> explain) {}

  /** Looks at the first words, and no further: most texts are not ours and may be long. */
  static Optional<StatementText> find(String typed) {
    String text = typed.contains("${") ? new VariableSubstitution().substitute(typed) : typed;
    CeriumSqlParser.FirstWordsContext first =
        parser(new ListTokenSource(firstWords(text)), new SyntaxErrors(text)).firstWords();
    if (first instanceof CeriumSqlParser.PassThroughContext) {
      return Optional.empty();
    }
    Optional<String> described =
        first instanceof CeriumSqlParser.DescribeContext describe
            ? Optional.of(describe.identifier().getText())
            : Optional.empty();
    return Optional.of(new StatementText(text, described));
  }

  /**
   * @throws org.apache.spark.sql.catalyst.parser.ParseException with the position and what was
   *     expected there
   */
  Parsed parse() {
    SyntaxErrors errors = new SyntaxErrors(text);
    CeriumSqlParser parser = parser(lexer(text), errors);
    return new CeriumAstBuilder(errors).parsed(parser.singleStatement());
  }

  private static List<Token> firstWords(String text) {
    CeriumSqlLexer lexer = lexer(text);
    List<Token> words = new ArrayList<>();
    while (words.size() < FIRST_WORDS) {
      Token token = lexer.nextToken();
      if (token.getType() == Token.EOF) {
        break;
      }
      if (token.getChannel() == Token.DEFAULT_CHANNEL) {
        words.add(token);
      }
    }
    return words;
  }

  private static CeriumSqlLexer lexer(String text) {
    CeriumSqlLexer lexer =
        new CeriumSqlLexer(new UpperCaseCharStream(CharStreams.fromString(text)));
    lexer.removeErrorListeners();
    return lexer;
  }

  private static CeriumSqlParser parser(TokenSource words, SyntaxErrors errors) {
    CeriumSqlParser parser = new CeriumSqlParser(new CommonTokenStream(words));
    parser.removeErrorListeners();
    parser.addErrorListener(errors);
    parser.setErrorHandler(new FirstError());
    return parser;
  }
}
