package io.cerium.catalyst.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** What the real network says of the real photos, by SQL. */
class PredictTest {
  @Test
  void namesWhatIsInThePhotos() {
    List<Row> rows =
        PredictSession.rows(
            "SELECT photo, p.label, round(p.score, 2) AS score"
                + " FROM (SELECT photo, predict(efficientnet, content) AS p FROM photos)"
                + " ORDER BY p.score DESC");
    rows.forEach(System.out::println);
    System.out.println(
        PredictSession.plan(
            "SELECT photo, predict(efficientnet, content).label FROM photos WHERE predict(efficientnet, content).score > 0.5 AND length > 100 LIMIT 3"));
    assertThat(rows).hasSize(15);
  }
}
