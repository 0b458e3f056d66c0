package io.cerium.catalyst.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** What the real network says of the real photos, by SQL. */
class PredictTest {
  @Test
  void namesWhatIsInThePhotos() {
    List<Row> rows =
        PredictSession.rows(
            "SELECT photo, p.label, cast(round(p.score, 2) AS STRING)"
                + " FROM (SELECT photo, predict(efficientnet, content) AS p FROM photos)"
                + " ORDER BY p.score DESC");

    assertThat(rows)
        .extracting(Row::toString)
        .containsExactlyInAnyOrder(
            "[dog.jpg,German shepherd,0.97]",
            "[panda.jpg,giant panda,0.97]",
            "[coffee.jpg,espresso,0.95]",
            "[bison.jpg,bison,0.95]",
            "[hedgehog.jpg,porcupine,0.93]",
            "[hen.jpg,hen,0.93]",
            "[lemur.jpg,Madagascar cat,0.91]",
            "[koala.jpg,koala,0.91]",
            "[red-panda.webp,lesser panda,0.91]",
            "[komodo-dragon.jpg,Komodo dragon,0.89]",
            "[crab.jpg,rock crab,0.82]",
            "[macaw.jpg,macaw,0.8]",
            "[jaguar.jpg,jaguar,0.79]",
            "[sheep.jpg,ram,0.78]",
            "[cat.png,tiger cat,0.39]");
  }

  @Test
  void givesTheProbabilityOfEachClass() {
    // A thousand floats that add up to 1, each rounded to a step of at most 6e-8.
    List<Row> rows =
        PredictSession.rows(
            "SELECT size(m), abs(aggregate(map_values(m), 0D, (a, x) -> a + x) - 1) < 1e-5,"
                + " m['tiger cat'] = p.score FROM (SELECT predict_proba(efficientnet, content) AS m,"
                + " predict(efficientnet, content) AS p FROM photos WHERE photo = 'cat.png')");

    assertThat(rows).extracting(Row::toString).containsExactly("[1000,true,true]");
  }

  @Test
  void copiesOneProbabilityWhereOneIsAskedFor() {
    String plan =
        PredictSession.plan("SELECT predict_proba(efficientnet, content)['hen'] AS p FROM photos");

    assertThat(plan).doesNotContain("[hen]");
    assertThatThrownBy(
            () ->
                PredictSession.rows(
                    "SELECT predict_proba(efficientnet, content)['henn'] FROM photos"))
        .hasMessageContaining("[MODEL_LABEL_NOT_FOUND]")
        .hasMessageContaining("'hen'");
  }

  @Test
  void findsAnImageStructAsGoodAsTheFile() {
    List<Row> rows =
        PredictSession.rows(
            "SELECT predict(efficientnet, decode_image(content)).label,"
                + " predict(efficientnet, resize(content, 224, 224)).label,"
                + " predict(efficientnet, center_crop(resize(content, 256), 224, 224))"
                + " = predict(efficientnet, content)"
                + " FROM photos WHERE photo IN ('dog.jpg', 'koala.jpg') ORDER BY photo");

    assertThat(rows)
        .extracting(Row::toString)
        .containsExactly("[German shepherd,German shepherd,true]", "[koala,koala,true]");
  }

  @Test
  void leavesARowAloneWhoseInputIsNull() {
    List<Row> rows =
        PredictSession.rows(
            "SELECT photo, predict(efficientnet, if(photo = 'dog.jpg', content, NULL)).label"
                + " FROM photos WHERE photo IN ('dog.jpg', 'cat.png') ORDER BY photo");

    assertThat(rows)
        .extracting(Row::toString)
        .containsExactly("[cat.png,null]", "[dog.jpg,German shepherd]");
  }

  @Test
  void keepsGoodRowsRightBesideBadOnes() {
    List<Row> rows =
        PredictSession.rows(
            "SELECT photo, try_predict(efficientnet, c).label,"
                + " predict(efficientnet, c, on_error => 'struct').error IS NULL"
                + " FROM (SELECT photo, if(photo LIKE 'c%', CAST(photo AS BINARY), content) AS c"
                + " FROM photos) ORDER BY photo LIMIT 5");

    assertThat(rows)
        .extracting(Row::toString)
        .containsExactly(
            "[bison.jpg,bison,true]",
            "[cat.png,null,false]",
            "[coffee.jpg,null,false]",
            "[crab.jpg,null,false]",
            "[dog.jpg,German shepherd,true]");
  }
}
