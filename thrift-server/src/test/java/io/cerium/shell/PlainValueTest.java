package io.cerium.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class PlainValueTest {
  @Test
  void collectionsBecomeJavasOwnAllTheWayDown() {
    try (SparkSession spark =
        SparkSession.builder()
            .master("local[1]")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .getOrCreate()) {
      Row row =
          spark
              .sql(
                  "SELECT array(map('k', array(1, NULL)), NULL) AS a, named_struct('x', array('s'))"
                      + " AS b, CAST(NULL AS INT) AS c, X'00' AS d")
              .first();
      List<Object> values = PlainValue.ofRow(row, row.schema()).values();
      assertThat(values.get(0)).isEqualTo(Arrays.asList(Map.of("k", Arrays.asList(1, null)), null));
      assertThat(values.get(1)).isEqualTo(new StructValue(List.of("x"), List.of(List.of("s"))));
      assertThat(values.get(2)).isNull();
      assertThat((byte[]) values.get(3)).containsExactly(0);
    }
  }

  @Test
  void oldTimesBecomeNewOnes() {
    Row row =
        RowFactory.create(
            Date.valueOf("2024-02-29"), Timestamp.from(Instant.parse("2024-02-29T01:02:03Z")));
    StructType type = new StructType().add("d", "date").add("t", "timestamp");
    assertThat(PlainValue.ofRow(row, type).values())
        .containsExactly(LocalDate.of(2024, 2, 29), Instant.parse("2024-02-29T01:02:03Z"));
  }
}
