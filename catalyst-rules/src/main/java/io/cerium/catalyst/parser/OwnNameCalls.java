package io.cerium.catalyst.parser;

import io.cerium.functions.catalyst.ScalaBridge;
import java.util.List;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.trees.TreeNode;
import org.apache.spark.sql.types.DataTypes;
import scala.Option;
import scala.Product;
import scala.Tuple2;
import scala.collection.Iterator;
import scala.collection.Seq;
import scala.collection.mutable.ArrayBuffer;

/**
 * Makes {@code predict('m', ...)} of a call {@code m(...)} where {@code m} is no function but a
 * model. Done on the plan as parsed: Spark refuses an unknown function before any rule of an
 * extension sees it.
 */
final class OwnNameCalls {
  private static final String PREDICT = "predict";

  private final SessionNames names;

  OwnNameCalls(SessionNames names) {
    this.names = names;
  }

  LogicalPlan rewrite(LogicalPlan plan) {
    return (LogicalPlan) rewritten(plan);
  }

  Expression rewrite(Expression expression) {
    return (Expression) rewritten(expression);
  }

  /**
   * Goes through all that a node holds, not its children only: common table expressions, subqueries
   * and the statement behind {@code EXPLAIN} lie elsewhere. What needs no change stays the same
   * object.
   */
  private Object rewritten(Object part) {
    if (part instanceof TreeNode<?> node) {
      Object[] fields = fields(node);
      Object copy = fields == null ? node : node.makeCopy(fields);
      return copy instanceof UnresolvedFunction call ? predictOr(call) : copy;
    }
    if (part instanceof Seq<?> seq) {
      return rewritten(seq);
    }
    if (part instanceof Option<?> option && option.isDefined()) {
      Object inner = rewritten(option.get());
      return inner == option.get() ? option : Option.apply(inner);
    }
    if (part instanceof Tuple2<?, ?> pair) {
      Object left = rewritten(pair._1());
      Object right = rewritten(pair._2());
      return left == pair._1() && right == pair._2() ? pair : new Tuple2<>(left, right);
    }
    return part;
  }

  private Object rewritten(Seq<?> seq) {
    ArrayBuffer<Object> copy = new ArrayBuffer<>(seq.size());
    boolean changed = false;
    for (Iterator<?> items = seq.iterator(); items.hasNext(); ) {
      Object item = items.next();
      Object made = rewritten(item);
      changed |= made != item;
      copy.$plus$eq(made);
    }
    return changed ? copy.toList() : seq;
  }

  /** The fields of a node after rewriting, or null where none has changed. */
  private Object[] fields(Product node) {
    Object[] fields = new Object[node.productArity()];
    boolean changed = false;
    for (int i = 0; i < fields.length; i++) {
      Object field = node.productElement(i);
      fields[i] = rewritten(field);
      changed |= fields[i] != field;
    }
    return changed ? fields : null;
  }

  private Expression predictOr(UnresolvedFunction call) {
    List<String> parts = ScalaBridge.toList(call.nameParts());
    if (parts.size() > 2 || (parts.size() == 1 && names.isKnownFunction(parts.get(0)))) {
      return call;
    }
    String function = parts.get(parts.size() - 1);
    Option<String> database = parts.size() == 1 ? Option.empty() : Option.apply(parts.get(0));
    if (names.isStoredFunction(database, function)) {
      return call;
    }
    String model = String.join(".", parts);
    return names.isModel(model) ? predict(call, model) : call;
  }

  private static Expression predict(UnresolvedFunction call, String model) {
    ArrayBuffer<Expression> arguments = new ArrayBuffer<>();
    arguments.$plus$eq(Literal.create(model, DataTypes.StringType));
    arguments.$plus$plus$eq(call.arguments());
    UnresolvedFunction predict =
        new UnresolvedFunction(
            ScalaBridge.toSeq(List.of(PREDICT)),
            arguments.toList(),
            call.isDistinct(),
            call.filter(),
            call.ignoreNulls());
    predict.copyTagsFrom(call);
    return predict;
  }
}
