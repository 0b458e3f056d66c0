package io.cerium.catalyst.rule;

import io.cerium.catalyst.plan.Plans;
import io.cerium.catalyst.session.CeriumSession;
import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.functions.catalog.FunctionCatalog;
import io.cerium.functions.catalyst.SqlErrors;
import io.cerium.functions.catalyst.UnboundBatchCall;
import io.cerium.functions.spi.BatchFunction;
import io.cerium.functions.spi.ModelLookup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.expressions.Attribute;
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
   * @throws RuntimeException as analysis reports MODEL_NOT_FOUND, if it is neither, and
   *     MODEL_NAME_NOT_CONSTANT, if it is a column and the name of a model stands behind it
   */
  static UnresolvedFunction quoteBareName(
      UnresolvedFunction function, LogicalPlan node, SparkSession spark) {
    List<Expression> arguments = Plans.arguments(function);
    OptionalInt place =
        Plans.simpleName(function).filter(ModelNames::isModelFunction).isEmpty()
            ? OptionalInt.empty()
            : UnboundBatchCall.placeOfModel(arguments);
    if (place.isEmpty()) {
      return function;
    }
    ModelLookup models = CeriumSession.of(spark).models();
    Expression argument = arguments.get(place.getAsInt());
    Optional<String> bare = bareName(value(argument), node);
    if (bare.isEmpty()) {
      return SqlErrors.atAnalysis(() -> requireNoNameBehind(argument, function, node, models));
    }
    SqlErrors.atAnalysis(() -> models.resolve(bare.get()));
    Expression literal = Literal.create(bare.get(), DataTypes.StringType);
    List<Expression> quoted = new ArrayList<>(arguments);
    quoted.set(
        place.getAsInt(),
        argument instanceof NamedArgumentExpression named
            ? new NamedArgumentExpression(named.key(), literal)
            : literal);
    return Plans.withArguments(function, quoted);
  }

  /** What a named argument holds. */
  static Expression value(Expression argument) {
    return argument instanceof NamedArgumentExpression named ? named.value() : argument;
  }

  /** A name that is no column: it may be a model's. */
  private static Optional<String> bareName(Expression value, LogicalPlan node) {
    return value instanceof UnresolvedAttribute name
            && Plans.nameParts(name).size() <= 2
            && Plans.findColumn(node, Plans.nameParts(name)).isEmpty()
        ? Optional.of(String.join(".", Plans.nameParts(name)))
        : Optional.empty();
  }

  /** Of a call whose model stands behind a column, Spark would tell of an unknown column only. */
  private static UnresolvedFunction requireNoNameBehind(
      Expression given, UnresolvedFunction function, LogicalPlan node, ModelLookup models) {
    boolean isBehind =
        value(given) instanceof Attribute
            && Plans.arguments(function).stream()
                .flatMap(other -> bareName(other, node).stream())
                .anyMatch(name -> models.find(name).isPresent());
    if (isBehind) {
      throw CeriumException.of(
          ErrorCode.MODEL_NAME_NOT_CONSTANT,
          "function",
          Plans.simpleName(function).orElseThrow(),
          "expression",
          value(given).sql());
    }
    return function;
  }

  /** Whether a function of that name calls a model. */
  static boolean isModelFunction(String name) {
    return FunctionCatalog.find(name)
        .filter(function -> BatchFunction.class.isAssignableFrom(function.contract()))
        .isPresent();
  }

  /** A column by name, as the input of that name. */
  static Expression namedColumn(String name) {
    return new NamedArgumentExpression(name, Plans.column(name));
  }
}
