package io.cerium.catalyst.rule;

import io.cerium.catalyst.plan.Plans;
import io.cerium.catalyst.plan.Plans.Branch;
import io.cerium.functions.catalyst.BatchCall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.And;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.CaseWhen;
import org.apache.spark.sql.catalyst.expressions.Coalesce;
import org.apache.spark.sql.catalyst.expressions.EqualNullSafe;
import org.apache.spark.sql.catalyst.expressions.ExprId;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.If;
import org.apache.spark.sql.catalyst.expressions.IsNaN;
import org.apache.spark.sql.catalyst.expressions.IsNull;
import org.apache.spark.sql.catalyst.expressions.LambdaFunction;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.NaNvl;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.expressions.Not;
import org.apache.spark.sql.catalyst.expressions.Or;
import org.apache.spark.sql.catalyst.expressions.aggregate.AggregateExpression;
import org.apache.spark.sql.catalyst.plans.logical.Project;

/**
 * A call and the rows for which SQL asks for it: {@code CASE WHEN a THEN predict(...) END} calls
 * the model where {@code a} is true and nowhere else.
 */
record GuardedCall(BatchCall call, Expression guard) {

  /** The calls inside of an expression; those inside of a lambda cannot be taken out of it. */
  static List<GuardedCall> in(Expression expression) {
    List<GuardedCall> found = new ArrayList<>();
    collect(expression, Literal.TrueLiteral(), found);
    return found;
  }

  /** The same call below a projection, of what the projection makes its columns of. */
  GuardedCall below(Project project) {
    Map<ExprId, Expression> made = new HashMap<>();
    for (NamedExpression column : Plans.columns(project)) {
      if (column instanceof Alias alias) {
        made.put(alias.exprId(), alias.child());
      }
    }
    UnaryOperator<Expression> source =
        e -> e instanceof Attribute column ? made.getOrDefault(column.exprId(), e) : e;
    return new GuardedCall(
        (BatchCall) Plans.transformUp(call, source), Plans.transformUp(guard, source));
  }

  private static void collect(Expression expression, Expression guard, List<GuardedCall> found) {
    if (expression instanceof BatchCall call) {
      found.add(new GuardedCall(call, guard));
    }
    if (expression instanceof LambdaFunction) {
      return;
    }
    if (expression instanceof If choice) {
      collect(choice.predicate(), guard, found);
      collect(choice.trueValue(), and(guard, choice.predicate()), found);
      collect(choice.falseValue(), and(guard, isNotTrue(choice.predicate())), found);
    } else if (expression instanceof CaseWhen choice) {
      collectBranches(choice, guard, found);
    } else if (expression instanceof And both) {
      collect(both.left(), guard, found);
      collect(both.right(), and(guard, isNotFalse(both.left())), found);
    } else if (expression instanceof Or either) {
      collect(either.left(), guard, found);
      collect(either.right(), and(guard, isNotTrue(either.left())), found);
    } else if (expression instanceof Coalesce coalesce) {
      Expression reached = guard;
      for (Expression child : Plans.children(coalesce)) {
        collect(child, reached, found);
        reached = and(reached, new IsNull(child));
      }
    } else if (expression instanceof NaNvl choice) {
      collect(choice.left(), guard, found);
      collect(choice.right(), and(guard, new IsNaN(choice.left())), found);
    } else if (expression instanceof AggregateExpression aggregate) {
      // It sees all rows of its group, wherever it stands.
      Expression filter = Plans.filter(aggregate).orElse(Literal.TrueLiteral());
      collect(filter, Literal.TrueLiteral(), found);
      collect(aggregate.aggregateFunction(), filter, found);
    } else {
      Plans.children(expression).forEach(child -> collect(child, guard, found));
    }
  }

  private static void collectBranches(CaseWhen choice, Expression guard, List<GuardedCall> found) {
    Expression reached = guard;
    for (Branch branch : Plans.branches(choice)) {
      collect(branch.condition(), reached, found);
      collect(branch.value(), and(reached, branch.condition()), found);
      reached = and(reached, isNotTrue(branch.condition()));
    }
    Expression otherwise = reached;
    Plans.otherwise(choice).ifPresent(e -> collect(e, otherwise, found));
  }

  private static Expression and(Expression left, Expression right) {
    if (left.equals(Literal.TrueLiteral())) {
      return right;
    }
    // Spark's AND goes on to its right side where the left one is NULL.
    return new And(left.nullable() ? isTrue(left) : left, right);
  }

  private static Expression isTrue(Expression condition) {
    return new EqualNullSafe(condition, Literal.TrueLiteral());
  }

  private static Expression isNotTrue(Expression condition) {
    return new Not(isTrue(condition));
  }

  private static Expression isNotFalse(Expression condition) {
    return new Not(new EqualNullSafe(condition, Literal.FalseLiteral()));
  }

  /** The same call for the rows of both. */
  GuardedCall or(GuardedCall other) {
    if (isUnguarded() || other.isUnguarded()) {
      return new GuardedCall(call, Literal.TrueLiteral());
    }
    return guard.semanticEquals(other.guard)
        ? this
        : new GuardedCall(call, new Or(guard, other.guard));
  }

  boolean isUnguarded() {
    return guard.equals(Literal.TrueLiteral());
  }
}
