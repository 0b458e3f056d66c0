package io.cerium.benchmark;

import static org.apache.spark.sql.functions.broadcast;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Writes the example photos, again and again, as Parquet files of equal size. A program of its own,
 * so that the memory it takes is not counted. Arguments: folder, number of files.
 */
public final class PhotoTable {
  private static final int COPIES_PER_FILE = 6;

  private PhotoTable() {}

  /** Photos in a file, of so many examples. */
  static int photosPerFile(int examples) {
    return COPIES_PER_FILE * examples;
  }

  public static void main(String[] arguments) throws IOException {
    int files = Integer.parseInt(arguments[1]);
    StructType columns =
        DataTypes.createStructType(
            new StructField[] {
              DataTypes.createStructField("content", DataTypes.BinaryType, false)
            });
    List<Row> photos = new ArrayList<>();
    for (byte[] content : Photos.contents()) {
      photos.add(RowFactory.create((Object) content));
    }
    try (SparkSession spark = BenchmarkSession.builder("writer").getOrCreate()) {
      Dataset<Row> copies = spark.range(0, (long) files * COPIES_PER_FILE, 1, files).toDF("copy");
      copies
          .crossJoin(broadcast(spark.createDataFrame(photos, columns)))
          .write()
          .mode(SaveMode.Overwrite)
          .parquet(arguments[0]);
    }
  }
}
