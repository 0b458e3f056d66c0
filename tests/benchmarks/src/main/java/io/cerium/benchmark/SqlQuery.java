package io.cerium.benchmark;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;

/**
 * A way to score photos by SQL. The aggregate keeps the transfer of answers out of the time.
 *
 * @param score SQL of the probability of the winner, of the column {@code content}
 * @param warmUp Parquet files of photos
 * @param table more of them
 */
record SqlQuery(SparkSession spark, String score, String warmUp, String table) {
  /**
   * One file of the table a task, whatever the number of processors: the default packs files into
   * tasks of 128 MB, so few of them in a minute that processors idle while the last ones end.
   */
  private static final String TASK_BYTES = "24m";

  /** Cerium's {@code predict}. */
  static SqlQuery cerium(Network network, String warmUp, String table) {
    SparkSession spark =
        BenchmarkSession.builder("sql")
            .config("spark.sql.extensions", BenchmarkSession.EXTENSION)
            .config("spark.sql.files.maxPartitionBytes", TASK_BYTES)
            .getOrCreate();
    MeasuredModel.create(spark, network);
    return new SqlQuery(spark, "predict(" + MeasuredModel.NAME + ", content).score", warmUp, table);
  }

  /** A function of one row, written with care. */
  static SqlQuery rowFunction(Network network, String warmUp, String table) {
    SparkSession spark =
        BenchmarkSession.builder("udf")
            .config("spark.sql.files.maxPartitionBytes", TASK_BYTES)
            .getOrCreate();
    spark
        .udf()
        .register(
            "row_predict",
            new RowFunction(network.name()),
            DataTypes.createStructType(
                new StructField[] {
                  DataTypes.createStructField("label", DataTypes.StringType, false),
                  DataTypes.createStructField("score", DataTypes.FloatType, false)
                }));
    return new SqlQuery(spark, "row_predict(content).score", warmUp, table);
  }

  Dataset<Row> overWarmUp() {
    return over(warmUp);
  }

  Dataset<Row> overTable() {
    return over(table);
  }

  private Dataset<Row> over(String folder) {
    spark.read().parquet(folder).createOrReplaceTempView("photos");
    return spark.sql("SELECT avg(" + score + ") AS mean_score, count(*) AS photos FROM photos");
  }
}
