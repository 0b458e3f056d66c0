package io.cerium.catalyst.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.Trigger;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Spark does around the batch operator goes on working. */
class PlanNeighboursTest {
  private static final SparkSession SPARK = PredictSession.spark();

  @TempDir Path folder;

  @Test
  void readsOnlyTheColumnsThatAreUsed() {
    writeParquet();

    String plan =
        PredictSession.plan(
            "SELECT predict(efficientnet, content).label FROM wide WHERE photo = 'hen.jpg'");

    assertThat(plan)
        .contains("ReadSchema: struct<photo:string,content:binary>")
        .contains("EqualTo(photo,hen.jpg)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT predict(efficientnet, file.content).label FROM nested"
            + "| struct<file:struct<content:binary>>",
        "SELECT file.photo, predict(efficientnet, file.content).label FROM nested"
            + "| struct<file:struct<photo:string,content:binary>>",
        "SELECT unused FROM nested WHERE predict(efficientnet, file.content).score > 0.5"
            + "| struct<file:struct<content:binary>,unused:int>",
        "SELECT max(predict(efficientnet, file.content).score) FROM nested GROUP BY file.photo"
            + "| struct<file:struct<photo:string,content:binary>>",
        "SELECT file.photo FROM nested WHERE predict(efficientnet, file.content).score > 0.5"
            + "| struct<file:struct<photo:string,content:binary>>",
        "SELECT file.photo FROM nested ORDER BY predict(efficientnet, file.content).score"
            + "| struct<file:struct<photo:string,content:binary>>",
        "SELECT file.photo FROM nested"
            + " WHERE predict(efficientnet, file.content).label <> to_json(file)"
            + "| struct<file:struct<photo:string,content:binary,length:bigint>>",
        "SELECT label FROM (SELECT *, predict(efficientnet, file.content).label AS label"
            + " FROM nested WHERE predict(efficientnet, file.content).score > 0.5) WHERE file.length > 3"
            + "| struct<file:struct<content:binary,length:bigint>>",
        "SELECT file, predict(efficientnet, file.content).label FROM nested"
            + "| struct<file:struct<photo:string,content:binary,length:bigint>>"
      })
  void readsOnlyTheFieldsThatAreUsed(String query, String schema) {
    writeNested();

    assertThat(PredictSession.plan(query)).containsPattern("ReadSchema: \\Q" + schema + "\\E\\s");
    assertThat(PredictSession.rows(query)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT CASE WHEN unused > 1 THEN predict(efficientnet, files[5].content).label END"
            + " FROM lists",
        "SELECT predict(efficientnet, file.content).label,"
            + " CASE WHEN unused > 1 THEN files[5].length END FROM lists"
      })
  void whatWouldFailIsNotTakenOut(String query) {
    writeNested();
    SPARK
        .sql("SELECT *, array(file) AS files FROM nested")
        .write()
        .parquet(folder.resolve("lists").toString());
    SPARK.read().parquet(folder.resolve("lists").toString()).createOrReplaceTempView("lists");
    SPARK.conf().set("spark.sql.ansi.enabled", true);
    try {
      assertThat(PredictSession.rows(query))
          .hasSize(2)
          .allMatch(row -> row.isNullAt(row.size() - 1));
    } finally {
      SPARK.conf().unset("spark.sql.ansi.enabled");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s.files[s.i].content",
        "s.byName[s.name].content",
        "CASE WHEN s.i > 0 THEN get(s.files, 10 div s.i) ELSE s.files[0] END.content"
      })
  void whatIsPickedByAFieldOfTheSameStructIsFound(String picked) {
    writeNested();
    SPARK
        .sql(
            "SELECT named_struct('i', 0, 'name', 'a', 'files', array(file),"
                + " 'byName', map('a', file), 'unused', unused) AS s FROM nested")
        .write()
        .parquet(folder.resolve("picked").toString());
    SPARK.read().parquet(folder.resolve("picked").toString()).createOrReplaceTempView("picked");

    assertThat(
            PredictSession.rows(
                "SELECT s.i, s.name, predict(efficientnet, "
                    + picked
                    + ").label AS label FROM picked ORDER BY label"))
        .extracting(Row::toString)
        .containsExactly("[0,a,German shepherd]", "[0,a,hen]");
  }

  @Test
  void fieldsThatAreTakenOutGiveTheSameAnswers() {
    writeNested();
    assertThat(
            PredictSession.rows(
                "SELECT file.photo, predict(efficientnet, file.content).label FROM nested"
                    + " ORDER BY file.photo"))
        .extracting(Row::toString)
        .containsExactly("[dog.jpg,German shepherd]", "[hen.jpg,hen]");
  }

  @Test
  void aSortThatSparkGaveAFieldOfItsOwnSharesTheRun() {
    writeNested();

    String plan =
        PredictSession.plan(
            "SELECT file.photo, predict(efficientnet, file.content).label FROM nested WHERE"
                + " file.length > 3 ORDER BY predict(efficientnet, file.content).score");

    assertThat(plan.split("BatchCall", -1)).as(plan).hasSize(2);
  }

  private void writeNested() {
    writeParquet();
    Path file = folder.resolve("nested");
    SPARK
        .sql("SELECT struct(photo, content, length) AS file, unused FROM wide")
        .write()
        .parquet(file.toString());
    SPARK.read().parquet(file.toString()).createOrReplaceTempView("nested");
  }

  @Test
  void letsFiltersOfAnOuterQueryPass() {
    writeParquet();

    String plan =
        PredictSession.plan(
            "SELECT label FROM (SELECT photo, predict(efficientnet, content).label AS label"
                + " FROM wide) WHERE photo = 'hen.jpg' AND label <> 'cock'");

    assertThat(plan).contains("EqualTo(photo,hen.jpg)").containsPattern("Filter .*label.*cock");
    assertThat(plan.indexOf("cock")).isLessThan(plan.indexOf("BatchCall"));
    assertThat(plan.indexOf("BatchCall")).isLessThan(plan.indexOf("EqualTo(photo,hen.jpg)"));
  }

  private void writeParquet() {
    Path file = folder.resolve("wide");
    SPARK
        .sql("SELECT *, 1 AS unused FROM photos WHERE photo IN ('hen.jpg', 'dog.jpg')")
        .write()
        .parquet(file.toString());
    SPARK.read().parquet(file.toString()).createOrReplaceTempView("wide");
  }

  @Test
  void keepsOrderAndPartitionsOfItsInput() {
    writeParquet();

    String plan =
        PredictSession.plan(
            "SELECT photo, p.label, row_number() OVER (PARTITION BY photo ORDER BY length) FROM"
                + " (SELECT photo, length, predict(efficientnet, content) AS p FROM wide"
                + " DISTRIBUTE BY photo SORT BY photo, length)");

    assertThat(plan.split("Exchange", -1)).hasSize(2);
  }

  @Test
  void answersFromACachedTable() {
    SPARK.sql(
        "CACHE TABLE answers AS SELECT photo, predict(efficientnet, content) AS p FROM photos"
            + " WHERE photo IN ('hen.jpg', 'dog.jpg')");
    try {
      assertThat(PredictSession.rows("SELECT p.label FROM answers ORDER BY photo"))
          .extracting(Row::toString)
          .containsExactly("[German shepherd]", "[hen]");
      assertThat(PredictSession.plan("SELECT p.label FROM answers")).contains("InMemoryRelation");
    } finally {
      SPARK.sql("UNCACHE TABLE answers");
    }
  }

  @Test
  void standsBetweenStagesOfGeneratedCode() {
    String plan =
        PredictSession.plan(
            "SELECT upper(photo), predict(efficientnet, content).label FROM photos"
                + " WHERE length > 10");

    assertThat(plan).containsPattern("\\*\\(2\\) Project").containsPattern("\\*\\(1\\) Project");
  }

  @Test
  void joinsUnderAdaptiveExecution() {
    Dataset<Row> query =
        SPARK.sql(
            "SELECT /*+ MERGE(b) */ a.photo, b.l FROM (SELECT photo, predict(efficientnet,"
                + " content).label AS l FROM photos WHERE photo LIKE 'h%') a JOIN (SELECT photo,"
                + " predict(efficientnet, content).label AS l FROM photos WHERE photo LIKE 'h%') b"
                + " ON a.l = b.l ORDER BY 1");

    assertThat(query.collectAsList())
        .extracting(Row::toString)
        .containsExactly("[hedgehog.jpg,porcupine]", "[hen.jpg,hen]");
    assertThat(query.queryExecution().executedPlan().toString())
        .contains("AdaptiveSparkPlan isFinalPlan=true", "ShuffleQueryStage", "BatchCall");
  }

  @Test
  void answersEachMicroBatchOfAStream() throws Exception {
    Path arrivals = Files.createDirectory(folder.resolve("arrivals"));
    arrive(arrivals, "dog.jpg");
    StructType schema = SPARK.read().format("binaryFile").load(arrivals.toString()).schema();
    SPARK
        .readStream()
        .format("binaryFile")
        .schema(schema)
        .option("maxFilesPerTrigger", 1)
        .load(arrivals.toString())
        .createOrReplaceTempView("arrivals");
    StreamingQuery query =
        SPARK
            .sql(
                "SELECT regexp_extract(path, '[^/]*$', 0) AS photo,"
                    + " predict(efficientnet, content).label FROM arrivals"
                    + " WHERE predict(efficientnet, content).score > 0.5")
            .writeStream()
            .format("memory")
            .queryName("seen")
            .trigger(Trigger.ProcessingTime(0))
            .start();
    try {
      query.processAllAvailable();
      arrive(arrivals, "cat.png");
      arrive(arrivals, "hen.jpg");
      query.processAllAvailable();

      assertThat(PredictSession.rows("SELECT * FROM seen ORDER BY photo"))
          .extracting(Row::toString)
          .containsExactly("[dog.jpg,German shepherd]", "[hen.jpg,hen]");
    } finally {
      query.stop();
    }
  }

  private static void arrive(Path arrivals, String photo) throws Exception {
    Files.copy(PredictSession.EXAMPLES.resolve("photos").resolve(photo), arrivals.resolve(photo));
  }
}
