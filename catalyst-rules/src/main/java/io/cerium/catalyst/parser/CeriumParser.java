package io.cerium.catalyst.parser;

import io.cerium.catalyst.plan.StatementCommand;
import java.util.Optional;
import org.antlr.v4.runtime.CharStreams;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.TableIdentifier;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.parser.ParserInterface;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.execution.command.ExplainCommand;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import scala.collection.Seq;

/**
 * Takes the statements of Cerium and hands the untouched text of all else to the parser before it,
 * Spark's or another extension's. What comes back is looked at for calls of models by their own
 * name.
 */
public final class CeriumParser implements ParserInterface {
  private final ParserInterface delegate;
  private final SessionNames names;
  private final OwnNameCalls ownNameCalls;

  /**
   * @param spark the session that the texts belong to; touched only when one is parsed, since a
   *     parser is made while its session is
   */
  public CeriumParser(SparkSession spark, ParserInterface delegate) {
    this.delegate = delegate;
    this.names = new SessionNames(spark);
    this.ownNameCalls = new OwnNameCalls(names);
  }

  @Override
  public LogicalPlan parsePlan(String text) throws ParseException {
    Optional<LogicalPlan> ours = StatementText.find(text).flatMap(this::plan);
    return ours.isPresent() ? ours.get() : ownNameCalls.rewrite(delegatePlan(text));
  }

  private Optional<LogicalPlan> plan(StatementText text) {
    if (text.described().filter(this::isColumnOfTableNamedModel).isPresent()) {
      return Optional.empty();
    }
    StatementText.Parsed parsed = text.parse();
    StatementCommand command = new StatementCommand(parsed.statement());
    return Optional.of(
        parsed
            .explain()
            .<LogicalPlan>map(mode -> new ExplainCommand(command, mode))
            .orElse(command));
  }

  /** {@code DESCRIBE model age} has always described the column of a table named model. */
  private boolean isColumnOfTableNamedModel(String described) {
    return names.isTable("model") && !names.isModel(described);
  }

  private LogicalPlan delegatePlan(String text) throws ParseException {
    try {
      return delegate.parsePlan(text);
    } catch (ParseException refused) {
      Optional<ParseException> answer = DialectAnswers.find(CharStreams.fromString(text));
      throw answer.orElse(refused);
    }
  }

  @Override
  public LogicalPlan parseQuery(String text) throws ParseException {
    return ownNameCalls.rewrite(delegate.parseQuery(text));
  }

  @Override
  public Expression parseExpression(String text) throws ParseException {
    return ownNameCalls.rewrite(delegate.parseExpression(text));
  }

  @Override
  public TableIdentifier parseTableIdentifier(String text) throws ParseException {
    return delegate.parseTableIdentifier(text);
  }

  @Override
  public FunctionIdentifier parseFunctionIdentifier(String text) throws ParseException {
    return delegate.parseFunctionIdentifier(text);
  }

  @Override
  public Seq<String> parseMultipartIdentifier(String text) throws ParseException {
    return delegate.parseMultipartIdentifier(text);
  }

  @Override
  public StructType parseTableSchema(String text) throws ParseException {
    return delegate.parseTableSchema(text);
  }

  @Override
  public DataType parseDataType(String text) throws ParseException {
    return delegate.parseDataType(text);
  }
}
