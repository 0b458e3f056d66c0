package io.cerium.catalyst.plan;

import io.cerium.engine.model.InferenceSettings;
import io.cerium.functions.catalyst.BatchCall;
import io.cerium.functions.catalyst.ScalaBridge;
import io.cerium.functions.catalyst.SqlSettings;
import io.cerium.functions.spi.BatchKernel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.AttributeSet;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.SortOrder;
import org.apache.spark.sql.catalyst.plans.physical.Partitioning;
import org.apache.spark.sql.execution.ExplainUtils;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.metric.SQLMetric;
import scala.collection.IndexedSeq;
import scala.collection.Seq;

/**
 * The operator for all that is dear: gathers rows into batches, keeps several batches in flight,
 * and joins the answers to their rows, in order.
 */
public final class BatchCallExec extends SparkPlan {
  private static final long serialVersionUID = 1L;

  private final Seq<Alias> calls;
  private final Seq<Expression> guards;
  private final Seq<Attribute> kept;
  private final SparkPlan child;
  private Seq<SparkPlan> children;
  private Seq<Attribute> output;
  private scala.collection.immutable.Map<String, SQLMetric> metrics;

  /**
   * @param calls each names a {@code BatchCall}
   * @param guards one a call
   * @param kept the child's columns that are wanted above
   */
  public BatchCallExec(
      Seq<Alias> calls, Seq<Expression> guards, Seq<Attribute> kept, SparkPlan child) {
    this.calls = calls;
    this.guards = guards;
    this.kept = kept;
    this.child = child;
  }

  private List<Alias> callList() {
    return ScalaBridge.toList(calls);
  }

  @Override
  public Seq<Attribute> output() {
    if (output == null) {
      List<Attribute> columns = new ArrayList<>(ScalaBridge.<Attribute>toList(kept));
      callList().forEach(call -> columns.add(call.toAttribute()));
      output = ScalaBridge.toSeq(columns);
    }
    return output;
  }

  @Override
  public AttributeSet producedAttributes() {
    List<Expression> results = new ArrayList<>();
    callList().forEach(call -> results.add(call.toAttribute()));
    return AttributeSet.apply(ScalaBridge.<Expression>toSeq(results));
  }

  @Override
  public Partitioning outputPartitioning() {
    return child.outputPartitioning();
  }

  @Override
  public Seq<SortOrder> outputOrdering() {
    return child.outputOrdering();
  }

  @Override
  public synchronized scala.collection.immutable.Map<String, SQLMetric> metrics() {
    if (metrics == null) {
      Map<String, SQLMetric> made = new LinkedHashMap<>();
      for (BatchMetric metric : BatchMetric.values()) {
        made.put(metric.key(), metric.create(sparkContext()));
      }
      metrics = ScalaBridge.toMap(made);
    }
    return metrics;
  }

  @Override
  public RDD<InternalRow> doExecute() {
    Map<BatchMetric, SQLMetric> made = new LinkedHashMap<>();
    for (BatchMetric metric : BatchMetric.values()) {
      made.put(metric, longMetric(metric.key()));
    }
    BatchTask task =
        new BatchTask(
            BatchStep.group(callList(), ScalaBridge.toList(guards)),
            callList().size(),
            ScalaBridge.toList(kept),
            ScalaBridge.toList(child.output()),
            ModelShipment.of(session(), callList().stream().map(BatchCallExec::kernel).toList()),
            Duration.ofSeconds(SqlSettings.value(InferenceSettings.TIMEOUT)),
            new TaskMetrics(made));
    return child.execute().toJavaRDD().mapPartitions(task::run, true).rdd();
  }

  private static BatchKernel kernel(Alias call) {
    return ((BatchCall) call.child()).kernel();
  }

  @Override
  public Seq<SparkPlan> children() {
    if (children == null) {
      children = ScalaBridge.toSeq(List.of(child));
    }
    return children;
  }

  @Override
  public SparkPlan withNewChildrenInternal(IndexedSeq<SparkPlan> newChildren) {
    return new BatchCallExec(calls, guards, kept, newChildren.apply(0));
  }

  @Override
  public String nodeName() {
    return "BatchCall";
  }

  /** For {@code EXPLAIN FORMATTED}: one line a run, then what the operator measures. */
  @Override
  public String verboseStringWithOperatorId() {
    StringBuilder text = new StringBuilder();
    // It begins with an empty line, as those of Spark's own operators do.
    text.append('\n').append(formattedNodeName()).append('\n');
    text.append(ExplainUtils.generateFieldString("Input", child.output())).append('\n');
    for (BatchStep step : BatchStep.group(callList(), ScalaBridge.toList(guards))) {
      text.append("Model: ").append(step.kernel().describe()).append('\n');
      text.append("  Columns: ").append(step.inputs()).append('\n');
      text.append("  Guard: ").append(step.guard().sql()).append('\n');
      for (int position : step.positions()) {
        text.append("  Result: ").append(callList().get(position).toAttribute()).append('\n');
      }
    }
    text.append(ExplainUtils.generateFieldString("Output", output())).append('\n');
    text.append("Metrics: ");
    text.append(
        Arrays.stream(BatchMetric.values())
            .map(BatchMetric::label)
            .collect(Collectors.joining(", ")));
    return text.append('\n').toString();
  }

  @Override
  public int productArity() {
    return 4;
  }

  @Override
  public Object productElement(int index) {
    return switch (index) {
      case 0 -> calls;
      case 1 -> guards;
      case 2 -> kept;
      case 3 -> child;
      default -> throw new IndexOutOfBoundsException(index);
    };
  }

  @Override
  public boolean canEqual(Object other) {
    return other instanceof BatchCallExec;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BatchCallExec that
        && calls.equals(that.calls)
        && guards.equals(that.guards)
        && kept.equals(that.kept)
        && child.equals(that.child);
  }

  @Override
  public int hashCode() {
    return 31 * calls.hashCode() + child.hashCode();
  }
}
