package io.cerium.tests.sparkscript;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.HiveResult;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.execution.SQLExecution;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import scala.Option;
import scala.collection.JavaConverters;

/** Runs one statement and keeps how far it came. */
final class StatementRun implements ThrowingCallable {
  private final SparkSession session;
  private final String sql;
  private String schema = "";
  private String plans = "";
  private List<String> rows = List.of();

  StatementRun(SparkSession session, String sql) {
    this.session = session;
    this.sql = sql;
  }

  @Override
  public void call() {
    Dataset<Row> data = session.sql(sql);
    schema = data.schema().catalogString();
    QueryExecution execution = data.queryExecution();
    plans = execution.toString();
    List<String> lines =
        new ArrayList<>(
            JavaConverters.seqAsJavaList(
                SQLExecution.withNewExecutionId(
                    execution,
                    Option.empty(),
                    () -> HiveResult.hiveResultString(execution.executedPlan()))));
    lines.sort(null);
    rows = lines;
  }

  String schema() {
    return schema;
  }

  String plans() {
    return plans;
  }

  List<String> rows() {
    return rows;
  }
}
