package io.cerium.tests.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cerium.tests.session.QuickStart;
import io.cerium.tests.session.SharedSpark;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole way from a photo's bytes to its label, held against other software. */
class PhotoReferenceTest {
  private static PhotoReference reference;
  private static SparkSession session;

  @BeforeAll
  static void prepare() throws IOException {
    reference = PhotoReference.read();
    session = SharedSpark.newSession();
    QuickStart.prepare(session);
  }

  @Test
  void logitsOfDecodedPicturesAreThoseOfPython() {
    check(
        "SELECT photo, predict(efficientnet, center_crop(resize(decode_image(content), 256), 224,"
            + " 224), output => 'logits') FROM photos");
  }

  @Test
  void logitsOfFilesAreThoseOfPython() {
    check("SELECT photo, predict(efficientnet, content, output => 'logits') FROM photos");
  }

  private static void check(String sql) {
    List<Row> rows = session.sql(sql).collectAsList();
    assertThat(rows).hasSize(reference.photos().size());
    for (Row row : rows) {
      double[] expected = reference.photos().get(row.getString(0)).logits();
      List<Float> actual = row.getList(1);
      for (int i = 0; i < expected.length; i++) {
        assertThat((double) actual.get(i * reference.every()))
            .as("%s, logit %s", row.getString(0), i * reference.every())
            .isCloseTo(expected[i], within(PhotoReference.LOGIT_TOLERANCE));
      }
    }
  }

  @Test
  void namesTheSameFiveWinners() {
    List<Row> rows =
        session
            .sql(
                "SELECT photo, predict(efficientnet, content, top_k => 5) AS top,"
                    + " predict_proba(efficientnet, content) AS all FROM photos")
            .collectAsList();
    assertThat(rows).hasSize(reference.photos().size());
    for (Row row : rows) {
      PhotoReference.Photo expected = reference.photos().get(row.getString(0));
      List<Row> top = row.getList(1);
      Map<String, Float> all = row.getJavaMap(2);
      assertThat(top)
          .hasSize(5)
          .isSortedAccordingTo((a, b) -> Float.compare(b.getFloat(1), a.getFloat(1)));
      assertThat(top.get(0).getString(0)).as(row.getString(0)).isEqualTo(expected.label());
      for (Row answer : top) {
        assertThat(all).containsEntry(answer.getString(0), answer.getFloat(1));
      }
      expected
          .top()
          .forEach(
              (label, score) ->
                  assertThat((double) all.get(label))
                      .as("%s, %s", row.getString(0), label)
                      .isCloseTo(score, within(PhotoReference.SCORE_TOLERANCE)));
    }
  }
}
