package io.cerium.catalyst.plan;

import io.cerium.functions.catalyst.ScalaBridge;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.AttributeSet;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import scala.collection.IndexedSeq;
import scala.collection.Seq;

/**
 * Batch calls on each row of the child: its columns, then one for each call. No row is lost, added
 * or moved. Without calls it only keeps the optimizer from evaluating what stands above.
 */
public final class BatchCallNode extends LogicalPlan {
  private static final long serialVersionUID = 1L;

  private final Seq<Alias> calls;
  private final Seq<Expression> guards;
  private final LogicalPlan child;
  private Seq<LogicalPlan> children;
  private Seq<Attribute> output;

  /**
   * @param calls each names a {@code BatchCall}
   * @param guards one a call: a row for which it is not true is not given to the call, whose column
   *     is NULL there
   */
  public BatchCallNode(Seq<Alias> calls, Seq<Expression> guards, LogicalPlan child) {
    this.calls = calls;
    for (Object o : ScalaBridge.<Object>toList((Seq) calls)) { if (!(o instanceof Alias)) { throw new IllegalArgumentException("no alias " + o); } }
    this.guards = guards;
    this.child = child;
  }

  /** As the constructor, from lists. */
  public static BatchCallNode of(List<Alias> calls, List<Expression> guards, LogicalPlan child) {
    return new BatchCallNode(ScalaBridge.toSeq(calls), ScalaBridge.toSeq(guards), child);
  }

  /** A node without calls, which keeps what stands above from being evaluated while planning. */
  public static BatchCallNode barrier(LogicalPlan child) {
    return of(List.of(), List.of(), child);
  }

  public List<Alias> calls() {
    return ScalaBridge.toList(calls);
  }

  public List<Expression> guards() {
    return ScalaBridge.toList(guards);
  }

  public LogicalPlan child() {
    return child;
  }

  @Override
  public Seq<Attribute> output() {
    if (output == null) {
      List<Attribute> columns = new ArrayList<>(ScalaBridge.<Attribute>toList(child.output()));
      calls().forEach(call -> columns.add(call.toAttribute()));
      output = ScalaBridge.toSeq(columns);
    }
    return output;
  }

  /** Else the columns of the calls would count as wanted from the child. */
  @Override
  public AttributeSet producedAttributes() {
    List<Expression> results = new ArrayList<>();
    calls().forEach(call -> results.add(call.toAttribute()));
    return AttributeSet.apply(ScalaBridge.<Expression>toSeq(results));
  }

  @Override
  public Seq<LogicalPlan> children() {
    if (children == null) {
      children = ScalaBridge.toSeq(List.of(child));
    }
    return children;
  }

  @Override
  public LogicalPlan withNewChildrenInternal(IndexedSeq<LogicalPlan> newChildren) {
    return new BatchCallNode(calls, guards, newChildren.apply(0));
  }

  @Override
  public String nodeName() {
    return "BatchCall";
  }

  @Override
  public int productArity() {
    return 3;
  }

  @Override
  public Object productElement(int index) {
    return switch (index) {
      case 0 -> calls;
      case 1 -> guards;
      case 2 -> child;
      default -> throw new IndexOutOfBoundsException(index);
    };
  }

  @Override
  public boolean canEqual(Object other) {
    return other instanceof BatchCallNode;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BatchCallNode that
        && calls.equals(that.calls)
        && guards.equals(that.guards)
        && child.equals(that.child);
  }

  @Override
  public int hashCode() {
    return 31 * calls.hashCode() + child.hashCode();
  }
}
