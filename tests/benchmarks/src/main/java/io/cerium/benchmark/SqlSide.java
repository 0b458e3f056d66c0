package io.cerium.benchmark;

import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Photos of Parquet files, answered by a query. */
final class SqlSide implements Side {
  private final SqlQuery query;

  SqlSide(SqlQuery query) {
    this.query = query;
  }

  @Override
  public double meanScore() {
    return query.overWarmUp().first().getDouble(0);
  }

  @Override
  public void warmUp(int seconds) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    do {
      meanScore();
    } while (System.nanoTime() < end);
  }

  @Override
  public Reply run(int count) {
    Dataset<Row> answer = query.overTable();
    Row row = answer.collectAsList().get(0);
    if (row.getLong(1) != count) {
      throw new IllegalStateException(row.getLong(1) + " photos in the table, not " + count);
    }
    Reply reply = Reply.empty().with("mean-score", row.getDouble(0));
    OperatorMetrics.of(answer).forEach(reply::with);
    return reply;
  }

  @Override
  public void close() {
    query.spark().stop();
  }
}
