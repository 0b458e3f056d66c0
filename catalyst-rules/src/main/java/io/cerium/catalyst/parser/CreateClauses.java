package io.cerium.catalyst.parser;

import io.cerium.catalyst.parser.CeriumSqlParser.CommentClauseContext;
import io.cerium.catalyst.parser.CeriumSqlParser.LocationClauseContext;
import io.cerium.catalyst.parser.CeriumSqlParser.ModelClauseContext;
import io.cerium.catalyst.parser.CeriumSqlParser.ModelNameContext;
import io.cerium.catalyst.parser.CeriumSqlParser.OptionsClauseContext;
import io.cerium.catalyst.parser.CeriumSqlParser.UnsupportedClauseContext;
import io.cerium.catalyst.parser.CeriumSqlParser.UsingClauseContext;
import io.cerium.catalyst.statement.OptionValue;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The clauses of {@code CREATE MODEL}: each at most once, in any order. */
final class CreateClauses {
  private final SyntaxErrors errors;
  private final Words words;
  private final Map<Class<?>, ModelClauseContext> clauses = new HashMap<>();

  CreateClauses(SyntaxErrors errors, Words words, List<ModelClauseContext> typed) {
    this.errors = errors;
    this.words = words;
    for (ModelClauseContext clause : typed) {
      if (clause instanceof UnsupportedClauseContext) {
        throw unsupported(clause);
      }
      if (clauses.put(clause.getClass(), clause) != null) {
        throw errors.at(
            clause.getStart(),
            "The clause " + first(clause) + " stands twice: keep one of the two");
      }
    }
  }

  private RuntimeException unsupported(ModelClauseContext clause) {
    return errors.at(
        clause.getStart(),
        "The clause "
            + first(clause)
            + " of CREATE MODEL is not supported by this version. A model comes from a file, by"
            + " USING onnx LOCATION 'uri'; there are OPTIONS (...) and COMMENT 'text'");
  }

  private static String first(ModelClauseContext clause) {
    return clause.getStart().getText().toUpperCase(Locale.ROOT);
  }

  String provider(ModelNameContext name) {
    if (clauses.get(UsingClauseContext.class) instanceof UsingClauseContext using) {
      return words.name(using.identifier());
    }
    throw errors.at(
        name.getStart(), "CREATE MODEL lacks the clause USING provider, as in USING onnx");
  }

  String location(ModelNameContext name) {
    if (clauses.get(LocationClauseContext.class) instanceof LocationClauseContext location) {
      return words.text(location.string());
    }
    throw errors.at(
        name.getStart(),
        "CREATE MODEL lacks the clause LOCATION 'uri', the file that holds the model");
  }

  Map<String, OptionValue> options() {
    return clauses.get(OptionsClauseContext.class) instanceof OptionsClauseContext options
        ? new OptionList(errors, words).read(options.optionList())
        : Map.of();
  }

  String comment() {
    return clauses.get(CommentClauseContext.class) instanceof CommentClauseContext comment
        ? words.text(comment.string())
        : "";
  }
}
