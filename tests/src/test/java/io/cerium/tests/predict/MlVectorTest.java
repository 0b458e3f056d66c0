package io.cerium.tests.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerium.tests.session.Repository;
import io.cerium.tests.session.SharedSpark;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The vectors of Spark ML as a model's input. */
class MlVectorTest {
  private final SparkSession session = SharedSpark.newSession();

  @BeforeEach
  void register() {
    session.sql(
        "CREATE MODEL summed USING onnx LOCATION '"
            + Repository.tests().resolve("src/test/resources/models/total.onnx")
            + "'");
  }

  @AfterEach
  void drop() {
    session.sql("DROP MODEL summed");
  }

  private void vectors(Vector... vectors) {
    List<Row> rows =
        Arrays.stream(vectors).map(vector -> RowFactory.create(vector != null, vector)).toList();
    StructType type =
        new StructType().add("present", DataTypes.BooleanType).add("v", SQLDataTypes.VectorType());
    session.createDataFrame(rows, type).createOrReplaceTempView("vectors");
  }

  @Test
  void denseAndSparseOnesAreTheSame() {
    vectors(
        Vectors.dense(1, 0, 2.5, 4),
        Vectors.sparse(4, new int[] {0, 2, 3}, new double[] {1, 2.5, 4}),
        null);

    assertThat(
            session.sql("SELECT predict(summed, v) FROM vectors ORDER BY present").collectAsList())
        .extracting(Row::toString)
        .containsExactly("[null]", "[7.5]", "[7.5]");
  }

  @Test
  void aFiniteElementStaysFinite() {
    vectors(Vectors.dense(1, 2, 3, 1e39), Vectors.dense(1, 2, 3, Double.NEGATIVE_INFINITY));

    assertThatThrownBy(() -> session.sql("SELECT predict(summed, v) FROM vectors").collectAsList())
        .hasMessageContaining("[MODEL_INPUT_INVALID]")
        .hasMessageContaining("is 1.0E39, more than its FLOAT holds");
    assertThat(session.sql("SELECT try_predict(summed, v) FROM vectors").collectAsList())
        .extracting(Row::toString)
        .containsExactlyInAnyOrder("[null]", "[-Infinity]");
  }

  @Test
  void oneOfOneElementFillsATensorOfOne() {
    session.sql(
        "CREATE MODEL squared USING onnx LOCATION '"
            + Repository.tests().resolve("src/test/resources/models/fixed_batch.onnx")
            + "'");
    vectors(Vectors.dense(3));

    assertThat(session.sql("SELECT predict(squared, v) FROM vectors").collectAsList())
        .extracting(Row::toString)
        .containsExactly("[9.0]");
    session.sql("DROP MODEL squared");
  }

  @Test
  void aWrongLengthIsTheRowsFault() {
    vectors(Vectors.dense(1, 2, 3), Vectors.dense(1, 2, 3, 4));

    assertThatThrownBy(() -> session.sql("SELECT predict(summed, v) FROM vectors").collectAsList())
        .hasMessageContaining("[MODEL_INPUT_INVALID]")
        .hasMessageContaining("has 3 elements where the model takes 4");
    assertThat(session.sql("SELECT try_predict(summed, v) FROM vectors").collectAsList())
        .extracting(Row::toString)
        .containsExactlyInAnyOrder("[null]", "[10.0]");
  }
}
