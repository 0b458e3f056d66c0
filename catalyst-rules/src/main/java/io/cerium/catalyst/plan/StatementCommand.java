package io.cerium.catalyst.plan;

import io.cerium.catalyst.session.CeriumSession;
import io.cerium.catalyst.statement.ModelStatement;
import io.cerium.engine.error.MaskedText;
import io.cerium.functions.catalyst.ScalaBridge;
import io.cerium.functions.catalyst.SqlErrors;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.AttributeSet;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Statistics;
import org.apache.spark.sql.catalyst.trees.TreePattern;
import org.apache.spark.sql.catalyst.types.DataTypeUtils;
import org.apache.spark.sql.execution.command.LeafRunnableCommand;
import org.apache.spark.sql.execution.metric.SQLMetric;
import scala.Enumeration;
import scala.collection.IndexedSeq;
import scala.collection.Iterator;
import scala.collection.Seq;

/** Carries a statement through Spark: run once, as soon as it is analysed, like all of its DDL. */
public final class StatementCommand extends LogicalPlan implements LeafRunnableCommand {
  private static final long serialVersionUID = 1L;

  private final transient ModelStatement statement;
  private final transient Seq<Attribute> output;

  public StatementCommand(ModelStatement statement) {
    this.statement = statement;
    this.output =
        ScalaBridge.toSeq(ScalaBridge.toList(DataTypeUtils.toAttributes(statement.output())));
  }

  public ModelStatement statement() {
    return statement;
  }

  @Override
  public Seq<Row> run(SparkSession spark) {
    return SqlErrors.atAnalysis(() -> ScalaBridge.toSeq(statement.run(CeriumSession.of(spark))));
  }

  @Override
  public Seq<Attribute> output() {
    return output;
  }

  @Override
  public Seq<LogicalPlan> children() {
    return ScalaBridge.toSeq(List.of());
  }

  @Override
  public LogicalPlan withNewChildrenInternal(IndexedSeq<LogicalPlan> children) {
    return this;
  }

  @Override
  public AttributeSet producedAttributes() {
    return outputSet();
  }

  @Override
  public Statistics stats() {
    return LeafRunnableCommand.super.stats();
  }

  @Override
  public scala.collection.immutable.Map<String, SQLMetric> metrics() {
    return ScalaBridge.toMap(Map.of());
  }

  @Override
  public Seq<Enumeration.Value> nodePatterns() {
    return ScalaBridge.toSeq(List.of(TreePattern.COMMAND()));
  }

  /** Scala's way to set a value of the trait; {@link #nodePatterns} is told above. */
  @Override
  public void org$apache$spark$sql$catalyst$plans$logical$Command$_setter_$nodePatterns_$eq(
      Seq<Enumeration.Value> patterns) {}

  @Override
  public int productArity() {
    return 1;
  }

  @Override
  public Object productElement(int index) {
    return statement;
  }

  /** What EXPLAIN, the UI and logs show. */
  @Override
  public Iterator<Object> stringArgs() {
    return ScalaBridge.<Object>toSeq(List.of(MaskedText.of(statement.toString()))).iterator();
  }

  @Override
  public boolean canEqual(Object other) {
    return other instanceof StatementCommand;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StatementCommand command && command.statement.equals(statement);
  }

  @Override
  public int hashCode() {
    return statement.hashCode();
  }
}
