package io.cerium.benchmark;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.adaptive.AdaptiveSparkPlanExec;
import org.apache.spark.sql.execution.adaptive.QueryStageExec;
import org.apache.spark.sql.execution.metric.SQLMetric;
import scala.collection.JavaConverters;

/** What the batch operator of a query that has run says of it. */
final class OperatorMetrics {
  private OperatorMetrics() {}

  /** The SQL metrics by name; empty if the query has no such operator. */
  static Map<String, Object> of(Dataset<?> query) {
    Map<String, Object> values = new LinkedHashMap<>();
    collect(query.queryExecution().executedPlan(), values);
    return values;
  }

  private static void collect(SparkPlan plan, Map<String, Object> values) {
    if (plan instanceof AdaptiveSparkPlanExec adaptive) {
      collect(adaptive.executedPlan(), values);
    } else if (plan instanceof QueryStageExec stage) {
      collect(stage.plan(), values);
    }
    if (plan.nodeName().equals("BatchCall")) {
      Map<String, SQLMetric> metrics = JavaConverters.mapAsJavaMap(plan.metrics());
      metrics.forEach((key, metric) -> values.put(key, metric.value()));
    }
    JavaConverters.seqAsJavaList(plan.children()).forEach(child -> collect(child, values));
  }
}
