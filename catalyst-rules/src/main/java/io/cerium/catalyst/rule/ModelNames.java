package io.cerium.catalyst.rule;

import io.cerium.catalyst.plan.Plans;
import io.cerium.catalyst.session.CeriumSession;
import io.cerium.functions.catalog.FunctionCatalog;
import io.cerium.functions.catalyst.SqlErrors;
import io.cerium.functions.spi.BatchFunction;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.NamedArgumentExpression;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.types.DataTypes;

/** Bare names of models: {@code predict(efficientnet, content)}. */
final class ModelNames {
  private ModelNames() {}

  /**
   * The call with its bare model name as a literal, unless a column has that name.
   *
   * @throws RuntimeException as analysis reports MODEL_NOT_FOUND, if it is neither
   */
  static Expression quoteBareName(
      UnresolvedFunction function, LogicalPlan node, SparkSession spark) {
    if (Plans.simpleName(function).filter(ModelNames::isModelFunction).isEmpty()) {
      return function;
    }
    List<Expression> arguments = new ArrayList<>(Plans.arguments(function));
    for (int i = 0; i < arguments.size(); i++) {
      Expression argument = arguments.get(i);
      boolean named = argument instanceof NamedArgumentExpression;
      if (named ? isModelArgument(argument) : i == 0) {
        Expression value = named ? ((NamedArgumentExpression) argument).value() : argument;
        if (!(value instanceof UnresolvedAttribute bare)) {
          return function;
        }
        List<String> parts = Plans.nameParts(bare);
        if (parts.size() > 2 || Plans.findColumn(node, parts).isPresent()) {
          return function;
        }
        String name = String.join(".", parts);
        SqlErrors.atAnalysis(() -> CeriumSession.of(spark).models().resolve(name));
        Expression literal = Literal.create(name, DataTypes.StringType);
        arguments.set(
            i,
            named
                ? new NamedArgumentExpression(((NamedArgumentExpression) argument).key(), literal)
                : literal);
        return Plans.withArguments(function, arguments);
      }
    }
    return function;
  }

  private static boolean isModelArgument(Expression argument) {
    return ((NamedArgumentExpression) argument).key().equalsIgnoreCase("model");
  }

  private static boolean isModelFunction(String name) {
    return FunctionCatalog.find(name)
        .filter(function -> BatchFunction.class.isAssignableFrom(function.contract()))
        .isPresent();
  }

  /** A column by name, as the input of that name. */
  static Expression namedColumn(String name) {
    return new NamedArgumentExpression(name, Plans.column(name));
  }
}
