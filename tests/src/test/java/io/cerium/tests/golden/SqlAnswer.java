package io.cerium.tests.golden;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.plans.logical.Aggregate;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.Distinct;
import org.apache.spark.sql.catalyst.plans.logical.Generate;
import org.apache.spark.sql.catalyst.plans.logical.Join;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Sort;
import org.apache.spark.sql.execution.HiveResult;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.execution.SQLExecution;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import scala.Option;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/**
 * What a statement answered.
 *
 * @param schema the columns with their types; empty for a statement without a result
 * @param rows as Hive's CLI prints them; in a fixed order unless the statement asks for one
 * @param error why it failed, or null
 */
public record SqlAnswer(String schema, List<String> rows, SqlFailure error) {
  public SqlAnswer {
    rows = List.copyOf(rows);
  }

  /** Runs a statement; Spark throws checked exceptions that its Scala methods do not declare. */
  public static SqlAnswer of(SparkSession session, String sql) {
    Dataset<Row> data;
    try {
      data = session.sql(sql);
    } catch (Exception failure) {
      return failed(failure);
    }
    try {
      QueryExecution execution = data.queryExecution();
      Seq<String> rows =
          SQLExecution.withNewExecutionId(
              execution,
              Option.empty(),
              () -> HiveResult.hiveResultString(execution.executedPlan()));
      List<String> lines = new ArrayList<>(JavaConverters.seqAsJavaList(rows));
      if (!isOrdered(execution.analyzed())) {
        lines.sort(null);
      }
      return new SqlAnswer(schema(data), lines, null);
    } catch (Exception failure) {
      return failed(failure);
    }
  }

  private static SqlAnswer failed(Exception failure) {
    return new SqlAnswer("", List.of(), SqlFailure.of(failure));
  }

  /** Without the columns' comments, which DESCRIBE statements have. */
  private static String schema(Dataset<Row> data) {
    return Arrays.stream(data.schema().fields())
        .map(f -> new StructField(f.name(), f.dataType(), f.nullable(), Metadata.empty()).toDDL())
        .collect(Collectors.joining(", "));
  }

  private static boolean isOrdered(LogicalPlan plan) {
    if (plan instanceof Sort sort) {
      return sort.global();
    }
    if (plan instanceof Command) {
      return true;
    }
    if (plan instanceof Aggregate
        || plan instanceof Distinct
        || plan instanceof Generate
        || plan instanceof Join) {
      return false;
    }
    return JavaConverters.seqAsJavaList(plan.children()).stream().anyMatch(SqlAnswer::isOrdered);
  }
}
