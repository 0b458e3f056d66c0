package io.cerium.catalyst.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls in every place of a query: the same answers by batches and row by row. */
class BatchCallsTest {
  private static final String THREE =
      "(SELECT * FROM photos WHERE photo IN" + " ('dog.jpg', 'cat.png', 'hen.jpg'))";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT photo, predict(efficientnet, content).label FROM three",
        "SELECT photo, predict(efficientnet, content, batch_size => 1).label,"
            + " predict_proba(efficientnet, content, batch_size => 2)['hen'] FROM three",
        "SELECT photo FROM three WHERE predict(efficientnet, content).score > 0.92",
        "SELECT photo FROM three ORDER BY predict(efficientnet, content).score DESC",
        "SELECT predict(efficientnet, content).label AS l, count(*) FROM three"
            + " GROUP BY predict(efficientnet, content).label",
        "SELECT predict(efficientnet, content).label AS l, count(*) FROM three GROUP BY 1"
            + " HAVING min(predict(efficientnet, content).score) > 0.5",
        "SELECT count(DISTINCT predict(efficientnet, content).label),"
            + " max(predict(efficientnet, content).score) FROM three",
        "SELECT a.photo, b.photo FROM three a JOIN three b ON a.photo <> b.photo"
            + " AND predict(efficientnet, a.content).label = 'hen'",
        "SELECT a.photo, b.n FROM three a LEFT JOIN (VALUES ('hen', 1), ('koala', 2)) AS b(l, n)"
            + " ON predict(efficientnet, a.content).label = b.l",
        "SELECT photo, rank() OVER (ORDER BY predict(efficientnet, content).score) FROM three",
        "SELECT photo, lag(predict(efficientnet, content).label) OVER (ORDER BY photo) FROM three",
        "SELECT photo, CASE WHEN photo LIKE 'd%' THEN predict(efficientnet, content).label"
            + " WHEN length > 1000000 THEN 'large' ELSE 'other' END FROM three",
        "SELECT photo FROM three WHERE photo LIKE 'h%' OR predict(efficientnet, content).score < 0.5",
        "SELECT photo, (SELECT max(predict(efficientnet, content).score) FROM three) FROM three",
        "SELECT l FROM (VALUES ('hen'), ('cow')) AS v(l)"
            + " WHERE l IN (SELECT predict(efficientnet, content).label FROM three)",
        "SELECT l FROM (VALUES ('hen'), ('cow')) AS v(l) WHERE EXISTS"
            + " (SELECT 1 FROM three WHERE predict(efficientnet, content).label = v.l)",
        "SELECT photo FROM three WHERE predict(efficientnet, content).label NOT IN"
            + " (SELECT l FROM (VALUES ('hen'), ('cow')) AS v(l))",
        "SELECT p FROM (SELECT photo AS p, max(content) AS c FROM three GROUP BY photo)"
            + " WHERE p IN (SELECT concat(l, '.jpg') FROM (VALUES ('hen'), ('cow')) AS v(l))"
            + " OR predict(efficientnet, c).score < 0.5",
        "SELECT transform(array(content, NULL), x -> predict(efficientnet, x).label) FROM three",
        "SELECT photo, t.label FROM three"
            + " LATERAL VIEW explode(predict(efficientnet, content, top_k => 3)) AS t",
        "SELECT photo, predict(efficientnet, content).label FROM three"
            + " UNION ALL SELECT photo, try_predict(efficientnet, content).label FROM three",
        "WITH p AS (SELECT photo, predict(efficientnet, content) AS a FROM three)"
            + " SELECT x.photo, y.a.label FROM p x JOIN p y ON x.photo = y.photo",
        "SELECT coalesce(predict(efficientnet, NULL).label, predict(efficientnet, content).label)"
            + " FROM three",
        "SELECT sum(predict(efficientnet, content).score) FILTER (WHERE photo LIKE '%a%') FROM three",
        "SELECT a.photo, b.photo FROM three a JOIN three b ON"
            + " predict(efficientnet, if(a.photo < b.photo, a.content, b.content)).label = 'hen'",
        "SELECT photo, predict(efficientnet, content).label FROM broken"
            + " WHERE try_predict(efficientnet, content) IS NOT NULL",
        "SELECT photo, CASE WHEN predict(efficientnet, content, on_error => 'struct').error IS NULL"
            + " THEN predict_proba(efficientnet, content)['hen'] END FROM broken"
      })
  void answersAlikeByBatchesAndByRows(String sql) {
    PredictSession.spark().sql("SELECT * FROM " + THREE).createOrReplaceTempView("three");
    PredictSession.spark()
        .sql("SELECT photo, if(photo LIKE 'h%', X'00', content) AS content FROM three")
        .createOrReplaceTempView("broken");

    List<String> batched = sorted(sql);
    List<String> byRow = withSetting("spark.cerium.optimizer.batch-calls", sql);
    List<String> unfused = withSetting("spark.cerium.optimizer.fuse-image-calls", sql);

    assertThat(batched).isNotEmpty().isEqualTo(byRow).isEqualTo(unfused);
  }

  private static List<String> withSetting(String setting, String sql) {
    PredictSession.spark().conf().set(setting, "false");
    try {
      return sorted(sql);
    } finally {
      PredictSession.spark().conf().unset(setting);
    }
  }

  private static List<String> sorted(String sql) {
    return PredictSession.rows(sql).stream().map(BatchCallsTest::rounded).sorted().toList();
  }

  /** The additions of batches come in another order: the last of a float's seven digits move. */
  private static String rounded(Row row) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      Object value = row.get(i);
      text.append(value instanceof Number n ? String.format("%.4f", n.doubleValue()) : value);
      text.append(';');
    }
    return text.toString();
  }

  @Test
  void runsTheSameCallInSelectAndWhereOnce() {
    Map<String, Long> metrics =
        PredictSession.metrics(
            "SELECT photo, predict(efficientnet, content).label,"
                + " predict(efficientnet, content, top_k => 2)"
                + " FROM photos WHERE predict(efficientnet, content).score > 0.5"
                + " ORDER BY predict(efficientnet, content).score");

    assertThat(metrics).containsEntry("batchRows", 15L).containsEntry("failures", 0L);
    assertThat(metrics.get("modelTime")).isPositive();
    assertThat(metrics.get("decodeTime")).isPositive();
  }

  @Test
  void sharesTheRunOfACallThatFailsForNothingWhereNoRowIsDropped() {
    Map<String, Long> metrics =
        PredictSession.metrics(
            "SELECT photo, predict(efficientnet, content).label FROM"
                + " (SELECT * FROM photos ORDER BY try_predict(efficientnet, content).score)");

    assertThat(metrics).containsEntry("batchRows", 15L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT photo, predict(efficientnet, content).label FROM photos ORDER BY photo LIMIT 3",
        "SELECT p.label FROM (SELECT length, predict(efficientnet, content) AS p,"
            + " predict(efficientnet, content, top_k => 2) AS two FROM photos)"
            + " ORDER BY length DESC LIMIT 2 OFFSET 1"
      })
  void scoresNoMoreThanASortedLimitLetsPass(String query) {
    assertThat(PredictSession.metrics(query)).containsEntry("batchRows", 3L);
  }

  @Test
  void sortsBeforeAndAfterALimitTheSameWay() {
    assertThat(
            PredictSession.rows(
                "SELECT photo, predict(efficientnet, content).label AS what FROM photos"
                    + " ORDER BY photo DESC LIMIT 3"))
        .isEqualTo(
            PredictSession.rows(
                    "SELECT photo, predict(efficientnet, content).label AS what FROM photos"
                        + " ORDER BY photo DESC")
                .subList(0, 3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM (SELECT predict(efficientnet, content).score AS score FROM photos WHERE photo < 'f'"
            + " UNION ALL SELECT predict(efficientnet, content).score FROM photos"
            + " WHERE photo >= 'f') ORDER BY score",
        "SELECT l.p.score FROM (SELECT predict(efficientnet, content) AS p, photo FROM photos) l"
            + " JOIN (VALUES ('dog.jpg'), ('cat.png')) AS r(photo) ON l.photo <= r.photo"
            + " OR l.p.score > 0 ORDER BY l.p.score + length(r.photo)",
        "SELECT /*+ REPARTITION_BY_RANGE(2, score) */ score"
            + " FROM (SELECT predict(efficientnet, content).score AS score FROM photos)"
      })
  void asksTheModelOnceThoughRangesAreSampled(String query) {
    assertThat(PredictSession.metrics(query)).containsEntry("batchRows", 15L);
  }

  @Test
  void measuresRowsBatchesTimesAndFailures() {
    Map<String, Long> metrics =
        PredictSession.metrics(
            "SELECT try_predict(efficientnet, IF(photo LIKE 'c%', CAST('no' AS BINARY), content))"
                + " FROM photos");

    assertThat(metrics)
        .containsEntry("numOutputRows", 15L)
        .containsEntry("batchRows", 12L)
        .containsEntry("failures", 3L)
        .containsKeys("batches", "waitTime");
    assertThat(metrics.get("batches")).isBetween(1L, 12L);
    assertThat(metrics.get("waitTime")).isPositive();
    assertThat(metrics.get("modelTime")).isPositive();
    assertThat(metrics.get("decodeTime")).isPositive();
  }

  @Test
  void countsARowThatFailsOnceForAllReturnsOfItsRun() {
    PredictSession.register(
        PredictSession.spark(),
        "numbers",
        Path.of("..", "tests/src/test/resources/models/lookup.onnx").toAbsolutePath().normalize(),
        Map.of(),
        List.of());
    PredictSession.spark().range(0, 5, 1, 1).createOrReplaceTempView("indexes");

    Map<String, Long> metrics =
        PredictSession.metrics(
            "SELECT try_predict(numbers, id), predict(numbers, id, on_error => 'struct'),"
                + " predict(numbers, id, output => 'value', on_error => 'null') FROM indexes");

    assertThat(metrics).containsEntry("batchRows", 5L).containsEntry("failures", 2L);
  }

  @Test
  void runsAChainOfImageFunctionsInsideTheModelsOwnPipeline() {
    String sql =
        "SELECT predict(efficientnet, center_crop(resize(decode_image(content), 300), 224, 224))"
            + ".label AS what FROM photos";

    assertThat(PredictSession.plan(sql))
        .contains("decode -> resize 300 -> crop 224x224")
        .doesNotContain("center_crop(", "decode_image(");
    PredictSession.spark().conf().set("spark.cerium.optimizer.fuse-image-calls", "false");
    try {
      assertThat(PredictSession.plan(sql)).contains("center_crop(", "decode_image(");
    } finally {
      PredictSession.spark().conf().unset("spark.cerium.optimizer.fuse-image-calls");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "false"})
  void hidesNoFailureOfAnImageFunctionInACallThatWouldForgive(String fuse) {
    PredictSession.spark().conf().set("spark.cerium.optimizer.fuse-image-calls", fuse);
    try {
      assertThatThrownBy(
              () ->
                  PredictSession.rows(
                      "SELECT try_predict(efficientnet, decode_image(CAST(photo AS BINARY)))"
                          + " FROM photos"))
          .hasStackTraceContaining("[IMAGE_DECODE_FAILED]");
      assertThat(
              PredictSession.rows(
                  "SELECT DISTINCT try_predict(efficientnet,"
                      + " try_decode_image(CAST(photo AS BINARY))).label FROM photos"))
          .containsExactly(RowFactory.create((Object) null));
    } finally {
      PredictSession.spark().conf().unset("spark.cerium.optimizer.fuse-image-calls");
    }
  }

  @Test
  void letsACallKeepItsLargeBatchesBesideOneWithSmallOnes() {
    PredictSession.spark().table("photos").repartition(1).createOrReplaceTempView("one_partition");

    Map<String, Long> metrics =
        PredictSession.metrics(
            "SELECT predict(efficientnet, content, batch_size => 1),"
                + " predict(efficientnet, content, batch_size => 8) FROM one_partition");

    assertThat(metrics).containsEntry("batchRows", 30L).containsEntry("batches", 15L + 2L);
  }

  @Test
  void scoresNoRowsThatACheapFilterDrops() {
    Map<String, Long> metrics =
        PredictSession.metrics(
            "SELECT photo FROM photos"
                + " WHERE predict(efficientnet, content).score > 0.5 AND photo LIKE 'c%'");

    assertThat(metrics).containsEntry("batchRows", 3L);
  }

  @Test
  void scoresNoMoreThanALimitNeeds() {
    PredictSession.spark().table("photos").repartition(1).createOrReplaceTempView("one_partition");

    Map<String, Long> metrics =
        PredictSession.metrics(
            "SELECT photo, predict(efficientnet, content).label FROM one_partition LIMIT 4");

    assertThat(metrics).containsEntry("batchRows", 4L);
  }

  @Test
  void callsNoModelForABranchThatIsNotTaken() {
    Map<String, Long> metrics =
        PredictSession.metrics(
            "SELECT CASE WHEN photo LIKE '%.png' THEN predict(efficientnet, content).label END"
                + " FROM photos");

    assertThat(metrics).containsEntry("batchRows", 1L);
  }

  @Test
  void dropsThePictureAsSoonAsItIsSeen() {
    String plan =
        PredictSession.plan("SELECT photo, predict(efficientnet, content).label FROM photos");

    assertThat(plan).containsPattern("BatchCall .*\\[path#\\d+\\]\\s");
  }

  @Test
  void explainsWithoutCallingTheModel() {
    Dataset<Row> query =
        PredictSession.spark()
            .sql(
                "EXPLAIN FORMATTED SELECT predict(efficientnet, c).label FROM"
                    + " VALUES (CAST('no image' AS BINARY)) AS t(c)");

    assertThat(query.head().getString(0))
        .contains("efficientnet@1 on cpu", "decode -> resize 256 -> crop 224x224")
        .containsPattern("\n\n\\(\\d+\\) BatchCall\nInput \\[1\\]: \\[")
        .contains("Metrics: rows, batches, batch rows, decode ms, wait ms, model ms, failures");
  }

  @Test
  void explainsWithoutCallingTheModelInALambda() {
    Dataset<Row> query =
        PredictSession.spark()
            .sql(
                "EXPLAIN FORMATTED SELECT transform(array(c), x -> predict(efficientnet, x).label)"
                    + " FROM VALUES (CAST('no image' AS BINARY)) AS t(c)");

    assertThat(query.head().getString(0)).contains("transform(array(");
  }
}
