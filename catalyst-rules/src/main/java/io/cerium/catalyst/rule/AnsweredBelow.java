package io.cerium.catalyst.rule;

import io.cerium.catalyst.plan.BatchCallNode;
import io.cerium.catalyst.plan.Plans;
import io.cerium.functions.catalyst.BatchCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.plans.InnerLike;
import org.apache.spark.sql.catalyst.plans.JoinType;
import org.apache.spark.sql.catalyst.plans.LeftAnti$;
import org.apache.spark.sql.catalyst.plans.LeftOuter$;
import org.apache.spark.sql.catalyst.plans.LeftSemi$;
import org.apache.spark.sql.catalyst.plans.RightOuter$;
import org.apache.spark.sql.catalyst.plans.logical.Filter;
import org.apache.spark.sql.catalyst.plans.logical.Generate;
import org.apache.spark.sql.catalyst.plans.logical.GlobalLimit;
import org.apache.spark.sql.catalyst.plans.logical.Join;
import org.apache.spark.sql.catalyst.plans.logical.LocalLimit;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.catalyst.plans.logical.RepartitionOperation;
import org.apache.spark.sql.catalyst.plans.logical.Sort;
import org.apache.spark.sql.catalyst.plans.logical.Window;

/**
 * A call that was answered for these rows already: the same call in WHERE and in SELECT runs once.
 *
 * @param plan the plan with the answer among its columns
 * @param column the answer
 */
record AnsweredBelow(LogicalPlan plan, Attribute column) {

  static Optional<AnsweredBelow> find(LogicalPlan plan, GuardedCall wanted) {
    return find(plan, wanted, true);
  }

  /**
   * @param sameRows whether no row of the plan is dropped before the call is asked for
   */
  private static Optional<AnsweredBelow> find(
      LogicalPlan plan, GuardedCall wanted, boolean sameRows) {
    if (!Plans.readsOnly(wanted.call(), plan)) {
      return Optional.empty();
    }
    if (plan instanceof BatchCallNode node) {
      Optional<AnsweredBelow> answered = inNode(node, wanted, sameRows);
      return answered.isPresent() ? answered : below(plan, 0, wanted, sameRows);
    }
    if (plan instanceof Sort || plan instanceof Window || plan instanceof RepartitionOperation) {
      return below(plan, 0, wanted, sameRows);
    }
    if (plan instanceof Filter || plan instanceof LocalLimit || plan instanceof GlobalLimit) {
      return below(plan, 0, wanted, false);
    }
    if (plan instanceof Generate generate) {
      // Without OUTER a row that generates nothing is dropped.
      return below(plan, 0, wanted, sameRows && generate.outer()).filter(AnsweredBelow::isHandedOn);
    }
    if (plan instanceof Join join) {
      return throughJoin(join, wanted, sameRows);
    }
    return plan instanceof Project project
        ? throughProject(project, wanted, sameRows)
        : Optional.empty();
  }

  /**
   * The answer itself, or another one that is made of the same run. Another must not fail the query
   * for a row that SQL does not ask for: {@code predict} above {@code WHERE try_predict(...) IS NOT
   * NULL} has a run of its own.
   */
  private static Optional<AnsweredBelow> inNode(
      BatchCallNode node, GuardedCall wanted, boolean sameRows) {
    Optional<AnsweredBelow> another = Optional.empty();
    for (int i = 0; i < node.calls().size(); i++) {
      Alias alias = node.calls().get(i);
      BatchCall call = (BatchCall) alias.child();
      Expression guard = node.guards().get(i);
      boolean covers =
          new GuardedCall(call, guard).isUnguarded() || guard.semanticEquals(wanted.guard());
      if (covers && call.semanticEquals(wanted.call())) {
        return Optional.of(new AnsweredBelow(node, alias.toAttribute()));
      }
      boolean harmless =
          sameRows && guard.semanticEquals(wanted.guard())
              || wanted.call().returned().failsOnlyWith(call.returned());
      if (covers
          && harmless
          && call.returning(wanted.call().returned()).semanticEquals(wanted.call())) {
        another = Optional.of(alsoAnswering(node, wanted.call(), guard));
      }
    }
    return another;
  }

  private static AnsweredBelow alsoAnswering(BatchCallNode node, BatchCall call, Expression guard) {
    List<Alias> calls = new ArrayList<>(node.calls());
    List<Expression> guards = new ArrayList<>(node.guards());
    Alias added = Plans.named(call, call.prettyName());
    calls.add(added);
    guards.add(guard);
    return new AnsweredBelow(BatchCallNode.of(calls, guards, node.child()), added.toAttribute());
  }

  private static Optional<AnsweredBelow> below(
      LogicalPlan plan, int side, GuardedCall wanted, boolean sameRows) {
    List<LogicalPlan> children = new ArrayList<>(Plans.children(plan));
    return find(children.get(side), wanted, sameRows)
        .map(
            answered -> {
              children.set(side, answered.plan());
              return new AnsweredBelow(Plans.withChildren(plan, children), answered.column());
            });
  }

  /**
   * On a side that the join pads with NULLs the answer would be NULL in rows for which the call
   * above is asked with NULLs: it may answer them otherwise, so it has a run of its own.
   */
  private static Optional<AnsweredBelow> throughJoin(
      Join join, GuardedCall wanted, boolean sameRows) {
    JoinType type = join.joinType();
    boolean inner = type instanceof InnerLike;
    boolean picksFromLeft = type instanceof LeftSemi$ || type instanceof LeftAnti$;
    boolean keepsLeft = type instanceof LeftOuter$;
    boolean keepsRight = type instanceof RightOuter$;
    Optional<AnsweredBelow> answered = Optional.empty();
    if (inner || picksFromLeft || keepsLeft) {
      answered = below(join, 0, wanted, sameRows && keepsLeft);
    }
    if (answered.isEmpty() && (inner || keepsRight)) {
      answered = below(join, 1, wanted, sameRows && keepsRight);
    }
    return answered;
  }

  /** A generator may drop the column already, as that of a subquery does, optimised before. */
  private boolean isHandedOn() {
    return Plans.readsOnly(column, plan);
  }

  /** The projection must hand the answer on; the columns that the call reads come through it. */
  private static Optional<AnsweredBelow> throughProject(
      Project project, GuardedCall wanted, boolean sameRows) {
    return find(project.child(), wanted.below(project), sameRows)
        .map(
            answered -> {
              List<NamedExpression> columns = new ArrayList<>(Plans.columns(project));
              boolean passed =
                  columns.stream()
                      .anyMatch(
                          c ->
                              c instanceof Attribute a
                                  && a.exprId().equals(answered.column().exprId()));
              if (!passed) {
                columns.add(answered.column());
              }
              return new AnsweredBelow(Plans.project(columns, answered.plan()), answered.column());
            });
  }
}
