package io.cerium.catalyst.plan;

import io.cerium.functions.catalyst.ScalaBridge;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.CaseWhen;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.EvalMode;
import org.apache.spark.sql.catalyst.expressions.ExprId;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.expressions.aggregate.AggregateExpression;
import org.apache.spark.sql.catalyst.plans.logical.Aggregate;
import org.apache.spark.sql.catalyst.plans.logical.Generate;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.catalyst.plans.logical.RebalancePartitions;
import org.apache.spark.sql.catalyst.trees.TreePattern;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.types.DataTypes;
import scala.Option;
import scala.Tuple2;

/** Catalyst's trees in the shapes of Java: what the rules are written with. */
public final class Plans {
  private Plans() {}

  public static List<LogicalPlan> children(LogicalPlan plan) {
    return ScalaBridge.toList(plan.children());
  }

  public static List<Expression> children(Expression expression) {
    return ScalaBridge.toList(expression.children());
  }

  /** The expressions of this node alone. */
  public static List<Expression> expressions(LogicalPlan plan) {
    return ScalaBridge.toList(plan.expressions());
  }

  public static List<Attribute> output(LogicalPlan plan) {
    return ScalaBridge.toList(plan.output());
  }

  /** Whether any expression of this node alone, or inside of one, passes the test. */
  public static boolean hasExpression(LogicalPlan plan, Predicate<Expression> test) {
    return expressions(plan).stream().anyMatch(expression -> contains(expression, test));
  }

  /** Whether the expression or one inside of it passes the test. */
  public static boolean contains(Expression expression, Predicate<Expression> test) {
    return expression.exists(test::test);
  }

  /** Whether any node of the plan passes the test. */
  public static boolean containsPlan(LogicalPlan plan, Predicate<LogicalPlan> test) {
    return plan.exists(test::test);
  }

  /** Rewrites children before parents; nodes that analysis has finished are left alone. */
  public static LogicalPlan resolveUp(LogicalPlan plan, UnaryOperator<LogicalPlan> rule) {
    if (plan.analyzed() || !plan.containsPattern(TreePattern.UNRESOLVED_FUNCTION())) {
      return plan;
    }
    LogicalPlan withChildren = mapChildren(plan, child -> resolveUp(child, rule));
    return rule.apply(withChildren);
  }

  /** Rewrites children before parents. */
  public static LogicalPlan transformUp(LogicalPlan plan, UnaryOperator<LogicalPlan> rule) {
    return rule.apply(mapChildren(plan, child -> transformUp(child, rule)));
  }

  /** Rewrites the children alone. */
  public static LogicalPlan mapChildren(LogicalPlan plan, UnaryOperator<LogicalPlan> rule) {
    return plan.mapChildren(rule::apply);
  }

  /** Rewrites each expression of this node, the inner ones first. */
  public static LogicalPlan transformExpressions(LogicalPlan plan, UnaryOperator<Expression> rule) {
    return plan.mapExpressions(expression -> transformUp(expression, rule));
  }

  /** Rewrites the inner expressions before the outer ones. */
  public static Expression transformUp(Expression expression, UnaryOperator<Expression> rule) {
    return rule.apply(expression.mapChildren(child -> transformUp(child, rule)));
  }

  /** Rewrites what stands right inside of an expression. */
  public static Expression mapChildren(Expression expression, UnaryOperator<Expression> rule) {
    return expression.mapChildren(rule::apply);
  }

  /** Rewrites whole expressions of this node; the rule goes down by itself. */
  public static LogicalPlan mapExpressions(LogicalPlan plan, UnaryOperator<Expression> rule) {
    return plan.mapExpressions(rule::apply);
  }

  /** The same node over other children. */
  public static LogicalPlan withChildren(LogicalPlan plan, List<LogicalPlan> children) {
    LogicalPlan dropping =
        plan instanceof Generate generate ? droppingTheSame(generate, children.get(0)) : plan;
    return dropping.withNewChildren(ScalaBridge.toSeq(children));
  }

  /** It knows the columns that it drops by their places, which may be others in another child. */
  private static Generate droppingTheSame(Generate generate, LogicalPlan child) {
    List<Object> before = ScalaBridge.toList(generate.unrequiredChildIndex());
    List<Attribute> columns = output(generate.child());
    Set<ExprId> dropped =
        before.stream()
            .map(place -> columns.get((Integer) place).exprId())
            .collect(Collectors.toSet());
    List<Attribute> newColumns = output(child);
    List<Object> places =
        IntStream.range(0, newColumns.size())
            .filter(place -> dropped.contains(newColumns.get(place).exprId()))
            .<Object>mapToObj(place -> place)
            .toList();
    return places.equals(before)
        ? generate
        : generate.copy(
            generate.generator(),
            ScalaBridge.toSeq(places),
            generate.outer(),
            generate.qualifier(),
            generate.generatorOutput(),
            child);
  }

  /** The columns of {@code plan}, and no others, in their order. */
  public static LogicalPlan project(List<? extends NamedExpression> columns, LogicalPlan plan) {
    List<NamedExpression> list = new ArrayList<>(columns);
    return new Project(ScalaBridge.toSeq(list), plan);
  }

  /** What an aggregation groups by. */
  public static List<Expression> keys(Aggregate aggregate) {
    return ScalaBridge.toList(aggregate.groupingExpressions());
  }

  /** The columns that an aggregation gives. */
  public static List<NamedExpression> results(Aggregate aggregate) {
    return ScalaBridge.toList(aggregate.aggregateExpressions());
  }

  /** An aggregation of {@code plan}. */
  public static LogicalPlan aggregate(
      List<Expression> keys, List<NamedExpression> results, LogicalPlan plan) {
    return new Aggregate(ScalaBridge.toSeq(keys), ScalaBridge.toSeq(results), plan);
  }

  /** The column that a name means in the scope of this node's expressions. */
  public static Optional<NamedExpression> findColumn(LogicalPlan plan, List<String> nameParts) {
    return ScalaBridge.toOptional(
        plan.resolveChildren(ScalaBridge.toSeq(nameParts), plan.conf().resolver()));
  }

  /** Whether all columns that the expression reads come from {@code plan}. */
  public static boolean readsOnly(Expression expression, LogicalPlan plan) {
    return expression.references().subsetOf(plan.outputSet());
  }

  /** A column of its own for an expression. */
  public static Alias named(Expression expression, String name) {
    return alias(expression, name, NamedExpression.newExprId());
  }

  /** An expression as the value of a column that there is. */
  static Alias named(Expression expression, Attribute column) {
    return alias(expression, column.name(), column.exprId());
  }

  private static Alias alias(Expression expression, String name, ExprId id) {
    return new Alias(
        expression,
        name,
        id,
        ScalaBridge.<String>toSeq(List.of()),
        Option.empty(),
        ScalaBridge.<String>toSeq(List.of()));
  }

  /** The branches of a CASE, in their order. */
  public static List<Branch> branches(CaseWhen choice) {
    return ScalaBridge.<Tuple2<Expression, Expression>>toList(choice.branches()).stream()
        .map(branch -> new Branch(branch._1(), branch._2()))
        .toList();
  }

  /** What stands after ELSE. */
  public static Optional<Expression> otherwise(CaseWhen choice) {
    return ScalaBridge.toOptional(choice.elseValue());
  }

  /** What stands after FILTER (WHERE. */
  public static Optional<Expression> filter(AggregateExpression aggregate) {
    return ScalaBridge.toOptional(aggregate.filter());
  }

  /** One WHEN ... THEN ... */
  public record Branch(Expression condition, Expression value) {}

  /** The plan behind an exchange that spreads its rows evenly. */
  public static LogicalPlan rebalance(LogicalPlan plan) {
    return new RebalancePartitions(
        ScalaBridge.<Expression>toSeq(List.of()), plan, Option.empty(), Option.empty());
  }

  /** The name of a function that is typed without a namespace. */
  public static Optional<String> simpleName(UnresolvedFunction function) {
    return function.nameParts().size() == 1
        ? Optional.of(function.nameParts().apply(0))
        : Optional.empty();
  }

  public static List<Expression> arguments(UnresolvedFunction function) {
    return ScalaBridge.toList(function.arguments());
  }

  public static List<String> nameParts(UnresolvedAttribute attribute) {
    return ScalaBridge.toList(attribute.nameParts());
  }

  /** A column by its name alone, not looked up yet. */
  public static Expression column(String name) {
    return new UnresolvedAttribute(ScalaBridge.toSeq(List.of(name)));
  }

  /** The same call with other arguments. */
  public static UnresolvedFunction withArguments(
      UnresolvedFunction function, List<Expression> arguments) {
    return function.copy(
        function.nameParts(),
        ScalaBridge.toSeq(arguments),
        function.isDistinct(),
        function.filter(),
        function.ignoreNulls());
  }

  /** A value as the STRING that Spark makes of it by itself. */
  public static Expression toText(Expression value) {
    return new Cast(
        value,
        DataTypes.StringType,
        Option.apply(SQLConf.get().sessionLocalTimeZone()),
        EvalMode.LEGACY());
  }

  /** The columns that a projection makes. */
  public static List<NamedExpression> columns(Project project) {
    return ScalaBridge.toList(project.projectList());
  }
}
