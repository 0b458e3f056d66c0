package io.cerium.catalyst.rule;

import io.cerium.catalyst.plan.Plans;
import io.cerium.functions.catalyst.BatchCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.catalyst.expressions.And;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.plans.logical.Filter;

/** The parts of a condition that are joined by AND. */
final class Conjuncts {
  private Conjuncts() {}

  /**
   * Two filters, the one without calls below: rows that it drops are never scored. The same filter
   * where nothing can be split off, or where the order of evaluation matters.
   */
  static Filter cheapFirst(Filter filter) {
    if (!filter.condition().deterministic()) {
      return filter;
    }
    List<Expression> cheap = new ArrayList<>();
    List<Expression> dear = new ArrayList<>();
    split(filter.condition(), cheap, dear);
    return join(cheap)
        .flatMap(low -> join(dear).map(high -> new Filter(high, new Filter(low, filter.child()))))
        .orElse(filter);
  }

  private static void split(Expression condition, List<Expression> cheap, List<Expression> dear) {
    if (condition instanceof And both) {
      split(both.left(), cheap, dear);
      split(both.right(), cheap, dear);
    } else if (Plans.contains(condition, BatchCall.class::isInstance)) {
      dear.add(condition);
    } else {
      cheap.add(condition);
    }
  }

  private static Optional<Expression> join(List<Expression> parts) {
    return parts.stream().reduce(And::new);
  }
}
