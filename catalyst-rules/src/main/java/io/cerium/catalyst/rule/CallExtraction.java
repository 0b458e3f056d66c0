package io.cerium.catalyst.rule;

import io.cerium.catalyst.plan.BatchCallNode;
import io.cerium.catalyst.plan.Plans;
import io.cerium.functions.catalyst.BatchCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.SubqueryExpression;
import org.apache.spark.sql.catalyst.plans.logical.Aggregate;
import org.apache.spark.sql.catalyst.plans.logical.Expand;
import org.apache.spark.sql.catalyst.plans.logical.Filter;
import org.apache.spark.sql.catalyst.plans.logical.Generate;
import org.apache.spark.sql.catalyst.plans.logical.Join;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.catalyst.plans.logical.RepartitionByExpression;
import org.apache.spark.sql.catalyst.plans.logical.Sort;
import org.apache.spark.sql.catalyst.plans.logical.Window;

/**
 * Takes the calls out of one node and puts them below it. Calls whose inputs or guards need the
 * answer of another call go into a batch operator above that one's.
 */
final class CallExtraction {
  private LogicalPlan node;

  private CallExtraction(LogicalPlan node) {
    this.node = node;
  }

  /** The node with its calls below; as it is where that cannot be. */
  static LogicalPlan extract(LogicalPlan node) {
    if (!canExtractFrom(node) || !Plans.hasExpression(node, BatchCall.class::isInstance)) {
      return node;
    }
    if (node instanceof Aggregate aggregate && CallsOverAggregates.areIn(aggregate)) {
      LogicalPlan above = CallsOverAggregates.split(aggregate);
      return extract(Plans.withChildren(above, List.of(extract(Plans.children(above).get(0)))));
    }
    LogicalPlan split = node instanceof Filter filter ? Conjuncts.cheapFirst(filter) : node;
    List<Attribute> before = Plans.output(split);
    CallExtraction extraction = new CallExtraction(split);
    while (extraction.extractOnce()) {
      // each round can be done once the answers of the round before are columns
    }
    return Plans.output(extraction.node).equals(before)
        ? extraction.node
        : Plans.project(before, extraction.node);
  }

  private static boolean canExtractFrom(LogicalPlan node) {
    return node instanceof Project
        || node instanceof Filter
        || node instanceof Aggregate
        || node instanceof Sort
        || node instanceof Window
        || node instanceof Generate
        || node instanceof Expand
        || node instanceof RepartitionByExpression
        || node instanceof Join;
  }

  private boolean extractOnce() {
    node = PredicateSubqueries.moveBelow(node);
    List<GuardedCall> calls = new ArrayList<>();
    for (Expression expression : Plans.expressions(node)) {
      for (GuardedCall found : GuardedCall.in(expression)) {
        merge(calls, found);
      }
    }
    calls.removeIf(call -> !isReady(call));
    boolean changed = false;
    List<LogicalPlan> children = Plans.children(node);
    for (int i = 0; i < children.size(); i++) {
      LogicalPlan child = children.get(i);
      List<GuardedCall> here =
          calls.stream()
              .filter(c -> Plans.readsOnly(c.call(), child) && Plans.readsOnly(c.guard(), child))
              .toList();
      calls.removeAll(here);
      if (!here.isEmpty()) {
        putBelow(i, here);
        changed = true;
      }
    }
    return changed;
  }

  private static void merge(List<GuardedCall> calls, GuardedCall found) {
    for (int i = 0; i < calls.size(); i++) {
      if (calls.get(i).call().semanticEquals(found.call())) {
        calls.set(i, calls.get(i).or(found));
        return;
      }
    }
    calls.add(found);
  }

  private static boolean isReady(GuardedCall guarded) {
    return !Plans.contains(guarded.guard(), BatchCall.class::isInstance)
        && Plans.children(guarded.call()).stream()
            .noneMatch(input -> Plans.contains(input, BatchCall.class::isInstance))
        // Spark makes joins of these in its own nodes only.
        && !SubqueryExpression.hasCorrelatedSubquery(guarded.guard())
        && !SubqueryExpression.hasCorrelatedSubquery(guarded.call())
        && guarded.guard().deterministic()
        && guarded.call().deterministic();
  }

  private void putBelow(int index, List<GuardedCall> calls) {
    List<LogicalPlan> children = new ArrayList<>(Plans.children(node));
    CallColumns columns = new CallColumns();
    LogicalPlan child = children.get(index);
    List<GuardedCall> missing = new ArrayList<>();
    for (GuardedCall call : calls) {
      Optional<AnsweredBelow> answered = AnsweredBelow.find(child, call);
      if (answered.isPresent()) {
        child = answered.get().plan();
        columns.add(call.call(), answered.get().column());
      } else {
        missing.add(call);
      }
    }
    if (!missing.isEmpty()) {
      BatchCallNode batch = columns.node(missing, child);
      child = batch;
    }
    children.set(index, child);
    node =
        Plans.mapExpressions(
            Plans.withChildren(node, children), expression -> columns.replace(expression));
  }
}
