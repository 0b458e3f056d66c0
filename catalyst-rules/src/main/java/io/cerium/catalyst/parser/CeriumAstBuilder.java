package io.cerium.catalyst.parser;

import io.cerium.catalyst.parser.CeriumSqlParser.CreateModelContext;
import io.cerium.catalyst.parser.CeriumSqlParser.DescribeModelContext;
import io.cerium.catalyst.parser.CeriumSqlParser.DropModelContext;
import io.cerium.catalyst.parser.CeriumSqlParser.ExplainModeContext;
import io.cerium.catalyst.parser.CeriumSqlParser.ModelNameContext;
import io.cerium.catalyst.parser.CeriumSqlParser.ShowModelsContext;
import io.cerium.catalyst.parser.CeriumSqlParser.SingleStatementContext;
import io.cerium.catalyst.parser.CeriumSqlParser.UnsupportedStatementContext;
import io.cerium.catalyst.statement.CreateModel;
import io.cerium.catalyst.statement.DescribeModel;
import io.cerium.catalyst.statement.DropModel;
import io.cerium.catalyst.statement.ModelStatement;
import io.cerium.catalyst.statement.ShowModels;
import io.cerium.catalyst.statement.Statement;
import io.cerium.engine.error.CeriumException;
import io.cerium.registry.ModelName;
import io.cerium.registry.RegistryChange.IfExists;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.execution.ExplainMode;

/** Makes a statement of its parse tree. */
final class CeriumAstBuilder extends CeriumSqlBaseVisitor<ModelStatement> {
  private final SyntaxErrors errors;
  private final Words words;

  CeriumAstBuilder(SyntaxErrors errors) {
    this.errors = errors;
    this.words = new Words(errors);
  }

  StatementText.Parsed parsed(SingleStatementContext tree) {
    Optional<ExplainMode> explain =
        Optional.ofNullable(tree.explain()).map(typed -> explainMode(typed.explainMode()));
    return new StatementText.Parsed(visit(tree.statement()), explain);
  }

  private static ExplainMode explainMode(ExplainModeContext mode) {
    // Spark has no mode for the word LOGICAL either; its plan is part of EXTENDED.
    String word = mode == null ? "simple" : mode.LOGICAL() == null ? mode.getText() : "extended";
    return ExplainMode.fromString(word);
  }

  @Override
  public ModelStatement visitCreateModel(CreateModelContext tree) {
    if (tree.TEMPORARY() != null || tree.TEMP() != null) {
      throw errors.at(
          (tree.TEMP() == null ? tree.TEMPORARY() : tree.TEMP()).getSymbol(),
          "TEMPORARY models are not supported by this version: leave the word out, and DROP MODEL"
              + " when done");
    }
    if (tree.REPLACE() != null && tree.EXISTS() != null) {
      throw errors.at(
          tree.EXISTS().getSymbol(),
          "OR REPLACE and IF NOT EXISTS exclude each other: keep one of the two");
    }
    CreateClauses clauses = new CreateClauses(errors, words, tree.modelClause());
    IfExists ifExists =
        tree.REPLACE() != null
            ? IfExists.ADD_VERSION
            : tree.EXISTS() != null ? IfExists.KEEP : IfExists.FAIL;
    return new CreateModel(
        name(tree.modelName()),
        ifExists,
        clauses.provider(tree.modelName()),
        clauses.location(tree.modelName()),
        clauses.options(),
        clauses.comment());
  }

  @Override
  public ModelStatement visitDropModel(DropModelContext tree) {
    return new DropModel(name(tree.modelName()), tree.EXISTS() != null);
  }

  @Override
  public ModelStatement visitShowModels(ShowModelsContext tree) {
    return new ShowModels(
        Optional.ofNullable(tree.namespace).map(words::name),
        Optional.ofNullable(tree.pattern).map(words::text));
  }

  @Override
  public ModelStatement visitDescribeModel(DescribeModelContext tree) {
    Optional<Integer> version =
        Optional.ofNullable(tree.version()).map(number -> words.wholeNumber(number.getStart()));
    return new DescribeModel(name(tree.modelName()), tree.EXTENDED() != null, version);
  }

  @Override
  public ModelStatement visitUnsupportedStatement(UnsupportedStatementContext tree) {
    throw errors.at(
        tree.getStart(),
        words.source(tree.laterStatement())
            + " is not supported by this version. There are "
            + ModelStatement.all().stream()
                .map(statement -> statement.getAnnotation(Statement.class).name())
                .collect(Collectors.joining(", ")));
  }

  private ModelName name(ModelNameContext tree) {
    List<String> parts = tree.parts.stream().map(words::name).toList();
    if (parts.size() > 2) {
      throw errors.at(
          tree.parts.get(2).getStart(),
          "The name of a model has at most two parts, namespace.model, but '"
              + words.source(tree)
              + "' has "
              + parts.size());
    }
    try {
      return parts.size() == 1
          ? ModelName.of(parts.get(0))
          : new ModelName(parts.get(0), parts.get(1));
    } catch (CeriumException e) {
      throw errors.at(tree.getStart(), e);
    }
  }
}
