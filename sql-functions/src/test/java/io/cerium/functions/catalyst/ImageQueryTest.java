package io.cerium.functions.catalyst;

import static io.cerium.functions.catalyst.LocalSpark.rows;
import static io.cerium.functions.catalyst.LocalSpark.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.Trigger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Image functions in all the places of a query. */
class ImageQueryTest {
  private static final String WIDTHS =
      "SELECT photo, resize(content, size => 50).width AS w, md5(encode_image(resize(content, 9)))"
          + " AS m FROM photos ORDER BY photo";

  @Test
  void theWaysToComputeAgree() {
    List<Row> expected = rows(WIDTHS);
    assertThat(expected).hasSize(15);
    SparkSession session = LocalSpark.session().newSession();
    session.conf().set("spark.sql.codegen.wholeStage", "false");
    assertThat(rows(session, WIDTHS)).isEqualTo(expected);
    session.conf().set("spark.sql.codegen.factoryMode", "NO_CODEGEN");
    assertThat(rows(session, WIDTHS)).isEqualTo(expected);
    session.conf().set("spark.sql.ansi.enabled", "true");
    assertThat(rows(session, WIDTHS)).isEqualTo(expected);
  }

  @Test
  void wholeStageCodeIsGenerated() {
    String plan =
        LocalSpark.session()
            .sql("EXPLAIN SELECT resize(content, 4).width FROM global_temp.photos")
            .head()
            .getString(0);
    assertThat(plan).contains("*(1) Project [resize(content#").contains(", 4).width AS ");
  }

  @Test
  void filtersOrdersGroupsAndJoins() {
    assertThat(rows("SELECT photo FROM photos WHERE image_info(content).format = 'png'"))
        .extracting(r -> r.getString(0))
        .containsExactly("cat.png");
    assertThat(
            value(
                "SELECT photo FROM photos ORDER BY image_info(content).height DESC, photo LIMIT 1"))
        .isEqualTo("red-panda.webp");
    assertThat(
            rows(
                "SELECT image_info(content).format, count(*) FROM photos GROUP BY"
                    + " image_info(content).format ORDER BY 2 DESC, 1"))
        .extracting(Row::toString)
        .containsExactly("[jpeg,13]", "[png,1]", "[webp,1]");
    assertThat(
            value(
                "SELECT count(*) FROM photos WHERE image_info(content).width IN (SELECT"
                    + " max(image_info(content).width) FROM photos)"))
        .isEqualTo(1L);
  }

  @Test
  void cachedTablesAndViews() {
    SparkSession session = LocalSpark.session();
    Dataset<Row> small =
        session.sql(
            "SELECT photo, resize(content, width => 8, height => 6) AS image FROM"
                + " global_temp.photos");
    small.createOrReplaceTempView("small");
    List<Row> before = rows("SELECT photo, md5(image.data) FROM small ORDER BY 1");
    session.sql("CACHE TABLE small");
    try {
      assertThat(rows("SELECT photo, md5(image.data) FROM small ORDER BY 1")).isEqualTo(before);
      assertThat(value("SELECT sum(image_info(center_crop(image, 2, 3)).height) FROM small"))
          .isEqualTo(45L);
    } finally {
      session.sql("UNCACHE TABLE small");
    }
  }

  @Test
  void streams(@TempDir Path folder) throws Exception {
    SparkSession session = LocalSpark.session();
    Dataset<Row> stream =
        session
            .readStream()
            .format("binaryFile")
            .schema(session.read().format("binaryFile").load(photos()).schema())
            .load(photos())
            .selectExpr("resize(try_decode_image(content), 7, 5) AS image");
    StreamingQuery query =
        stream
            .writeStream()
            .format("memory")
            .queryName("streamed")
            .option("checkpointLocation", folder.toUri().toString())
            .trigger(Trigger.AvailableNow())
            .start();
    assertThat(query.awaitTermination(120_000)).isTrue();
    assertThat(value("SELECT count(*) FROM streamed WHERE image.width = 7 AND image.height = 5"))
        .isEqualTo(15L);
  }

  private static String photos() {
    return LocalSpark.photo("").toUri().toString();
  }
}
