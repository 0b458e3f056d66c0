package io.cerium.catalyst.plan;

import io.cerium.functions.catalyst.ScalaBridge;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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

  private final Seq<Expression> calls;
  private final Seq<Attribute> columns;
  private final Seq<Expression> guards;
  private final LogicalPlan child;
  private Seq<LogicalPlan> children;
  private Seq<Attribute> output;

  /**
   * @param calls each a {@code BatchCall}. They are kept apart from their names, as a generator is:
   *     the optimizer cleans aliases away where it knows no node that needs them
   * @param columns one a call
   * @param guards one a call: a row for which it is not true is not given to the call, whose column
   *     is NULL there
   */
  public BatchCallNode(
      Seq<Expression> calls, Seq<Attribute> columns, Seq<Expression> guards, LogicalPlan child) {
    this.calls = calls;
    this.columns = columns;
    this.guards = guards;
    this.child = child;
  }

  /**
   * @param calls each names a {@code BatchCall}
   * @param guards one a call
   */
  public static BatchCallNode of(List<Alias> calls, List<Expression> guards, LogicalPlan child) {
    return new BatchCallNode(
        ScalaBridge.toSeq(calls.stream().map(Alias::child).toList()),
        ScalaBridge.toSeq(calls.stream().map(Alias::toAttribute).toList()),
        ScalaBridge.toSeq(guards),
        child);
  }

  /** A node without calls, which keeps what stands above from being evaluated while planning. */
  public static BatchCallNode barrier(LogicalPlan child) {
    return of(List.of(), List.of(), child);
  }

  /** The calls under the names of their columns. */
  public List<Alias> calls() {
    List<Expression> values = ScalaBridge.toList(calls);
    List<Attribute> names = columns();
    return IntStream.range(0, values.size())
        .mapToObj(i -> Plans.named(values.get(i), names.get(i)))
        .toList();
  }

  /** One a call. */
  public List<Attribute> columns() {
    return ScalaBridge.toList(columns);
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
      List<Attribute> all = new ArrayList<>(ScalaBridge.<Attribute>toList(child.output()));
      all.addAll(ScalaBridge.<Attribute>toList(columns));
      output = ScalaBridge.toSeq(all);
    }
    return output;
  }

  /** Else the columns of the calls would count as wanted from the child. */
  @Override
  public AttributeSet producedAttributes() {
    List<Expression> results = new ArrayList<>(ScalaBridge.<Attribute>toList(columns));
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
    return new BatchCallNode(calls, columns, guards, newChildren.apply(0));
  }

  @Override
  public String nodeName() {
    return "BatchCall";
  }

  @Override
  public int productArity() {
    return 4;
  }

  @Override
  public Object productElement(int index) {
    return switch (index) {
      case 0 -> calls;
      case 1 -> columns;
      case 2 -> guards;
      case 3 -> child;
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
        && columns.equals(that.columns)
        && guards.equals(that.guards)
        && child.equals(that.child);
  }

  @Override
  public int hashCode() {
    return 31 * calls.hashCode() + child.hashCode();
  }
}
