package io.cerium.functions.catalyst;

import static io.cerium.functions.catalyst.LocalSpark.photo;
import static io.cerium.functions.catalyst.LocalSpark.rows;
import static io.cerium.functions.catalyst.LocalSpark.value;
import static io.cerium.functions.catalyst.SqlError.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerium.engine.image.EncodedImage;
import io.cerium.engine.image.ImageFormat;
import io.cerium.engine.image.ImageLimits;
import io.cerium.engine.image.ImageOp;
import io.cerium.engine.image.ImagePipeline;
import io.cerium.engine.image.Interpolation;
import io.cerium.engine.image.Pixels;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageCallTest {
  /** What an error tells to find the rows that are no images. */
  private static final String LISTING = "content IS NOT NULL AND try_decode_image(content) IS NULL";

  private static final ImageLimits LIMITS = new ImageLimits(10_000_000);

  @ParameterizedTest
  @CsvSource({"cat.png, 451, 300", "koala.jpg, 768, 1024", "red-panda.webp, 1920, 1080"})
  void decodedPixelsAreSparksImageStruct(String name, int width, int height) throws IOException {
    Row image =
        (Row) value("SELECT decode_image(content) FROM photos WHERE photo = '" + name + "'");
    Pixels pixels = pipeline().toPixels(encoded(name));
    assertThat(List.of(pixels.width(), pixels.height())).containsExactly(width, height);
    assertThat(image.schema().fieldNames())
        .containsExactly("origin", "height", "width", "nChannels", "mode", "data");
    assertThat(image.mkString("|").split("\\|\\[", 2)[0])
        .isEqualTo("|" + height + "|" + width + "|" + pixels.channels() + "|" + mode(pixels) + "");
    assertThat(image.<byte[]>getAs("data")).isEqualTo(pixels.data());
  }

  private static int mode(Pixels pixels) {
    return pixels.channels() == 3 ? 16 : 24;
  }

  private static EncodedImage encoded(String name) throws IOException {
    return new EncodedImage(Files.readAllBytes(photo(name)));
  }

  private static ImagePipeline pipeline(ImageOp... ops) {
    return new ImagePipeline(List.of(ops), LIMITS);
  }

  @Test
  void eachFunctionIsItsOp() throws IOException {
    EncodedImage cat = encoded("cat.png");
    assertData(
        "resize(content, 30, 40, 'nearest')",
        pipeline(new ImageOp.Resize(30, 40, Interpolation.NEAREST)).toPixels(cat));
    assertData(
        "resize(content, 33)",
        pipeline(new ImageOp.ResizeShorterSide(33, Interpolation.AUTO)).toPixels(cat));
    assertData(
        "center_crop(content, 30, 500)", pipeline(new ImageOp.CenterCrop(30, 500)).toPixels(cat));
    assertThat(cat("encode_image(content)"))
        .isEqualTo(pipeline().toEncoded(cat, ImageFormat.JPEG, 90));
    assertThat(cat("encode_image(content, 'WebP', 30)"))
        .isEqualTo(pipeline().toEncoded(cat, ImageFormat.WEBP, 30));
  }

  private static void assertData(String call, Pixels expected) {
    assertThat(cat(call + ".data")).as(call).isEqualTo(expected.data());
  }

  private static Object cat(String expression) {
    return value("SELECT " + expression + " FROM photos WHERE photo = 'cat.png'");
  }

  @Test
  void argumentsMayDifferByRow() {
    assertThat(
            rows(
                "SELECT p.width, p.height FROM (SELECT resize(content, w, h, i) AS p FROM photos,"
                    + " (VALUES (5, 6, 'area'), (7, 8, 'CUBIC')) AS s (w, h, i) WHERE photo ="
                    + " 'cat.png') ORDER BY 1"))
        .extracting(Row::toString)
        .containsExactly("[5,6]", "[7,8]");
  }

  @Test
  void nullGivesNull() {
    assertThat(value("SELECT decode_image(NULL)")).isNull();
    assertThat(value("SELECT resize(CAST(NULL AS BINARY), 3)")).isNull();
    assertThat(cat("resize(content, NULL)")).isNull();
    assertThat(cat("encode_image(content, quality => NULL)")).isNull();
    assertThat(value("SELECT image_info(NULL)")).isNull();
    assertThat(
            value(
                "SELECT decode_image(image) FROM (SELECT IF(id < 0, "
                    + struct(1, 1, 1, 0, "00")
                    + ", NULL) AS image FROM range(1))"))
        .isNull();
  }

  private static String struct(int width, int height, int channels, int mode, String data) {
    return "named_struct('origin', 'o', 'height', %d, 'width', %d, 'nChannels', %d, 'mode', %d, 'data', X'%s')"
        .formatted(height, width, channels, mode, data);
  }

  @Test
  void imageStructsAreTakenAsTheyAre() {
    assertThat(value("SELECT decode_image(" + struct(2, 1, 1, 0, "0102") + ")").toString())
        .startsWith("[o,1,2,1,0,");
    assertThat(
            value("SELECT image_info(" + struct(1, 2, 4, 24, "0102030405060708") + ")").toString())
        .isEqualTo("[null,1,2,4,1]");
    assertThat(value("SELECT image_info(" + struct(1, 1, 3, 16, "010203") + ").channels"))
        .isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "2;1;1;0;01;the image struct of 'o' says 2 x 1 pixels of 1 bytes, which is not the length",
        "1;1;3;0;010203;the image struct of 'o' says nChannels 3 and mode 0; known are 1 with mode 0",
        "1;1;2;8;0102;the image struct of 'o' says nChannels 2",
        "-1;-1;-1;-1;00;the image struct of 'o' says -1 x -1 pixels",
        "0;0;3;16;00;the image struct of 'o' says 0 x 0 pixels",
      })
  void imageStructsThatContradictThemselvesFail(
      int width, int height, int channels, int mode, String data, String reason) {
    String image = struct(width, height, channels, mode, data);
    assertThatThrownBy(() -> value("SELECT resize(" + image + ", 4)"))
        .hasMessageContaining("IMAGE_DECODE_FAILED")
        .hasMessageContaining(reason)
        .hasMessageContaining("SQLSTATE: 22KD3");
    assertThatThrownBy(() -> value("SELECT image_info(" + image + ")"))
        .hasMessageContaining(reason);
    assertThat(value("SELECT try_decode_image(" + image + ")")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "struct(1)",
        "named_struct('origin', 'o', 'height', 1, 'width', 1)",
        "named_struct('o', '', 'height', 1, 'width', 1, 'nChannels', 1, 'mode', 0, 'data', X'00')",
        "array(X'00')",
        "1",
      })
  void otherTypesAreNoPictures(String value) {
    assertRefused(
            "SELECT resize(" + value + ", 3)", "DATATYPE_MISMATCH.UNEXPECTED_INPUT_TYPE", "42K09")
        .contains("Parameter 1 (`image`) requires the \"BINARY or image STRUCT\" type");
  }

  @Test
  void aRowThatIsNoImageFailsWithTheWayToNull() {
    String table =
        " FROM (SELECT IF(id = 1, X'FFD8FF', IF(id = 2, NULL, content)) AS content FROM photos, range(3) WHERE photo = 'cat.png')";
    for (String call :
        List.of("decode_image(content)", "resize(content, 3)", "image_info(content)")) {
      assertThatThrownBy(() -> rows("SELECT " + call + table))
          .hasMessageContaining("[IMAGE_DECODE_FAILED]")
          .hasMessageContaining("3 bytes, first bytes 'FF D8 FF'")
          .hasMessageContaining("Use try_decode_image or try_predict to get NULL")
          .hasMessageContaining("SELECT * FROM t WHERE " + LISTING);
    }
    assertThat(rows("SELECT * FROM (SELECT *" + table + ") AS t WHERE " + LISTING))
        .extracting(r -> ((byte[]) r.get(0)).length)
        .containsExactly(3);
    assertThat(rows("SELECT try_decode_image(content) IS NULL" + table))
        .extracting(r -> r.getBoolean(0))
        .containsExactlyInAnyOrder(true, false, true);
    assertThat(rows("SELECT resize(try_decode_image(content), 9).height" + table))
        .extracting(r -> r.get(0))
        .containsExactlyInAnyOrder(9, null, null);
  }

  @Test
  void argumentsOfARowAreChecked() {
    assertThatThrownBy(
            () -> rows("SELECT resize(content, w) FROM photos, (VALUES (0), (3)) AS s (w)"))
        .hasMessageContaining("The argument 'size' of 'resize' cannot be 0.");
    assertThatThrownBy(
            () -> rows("SELECT encode_image(content, f) FROM photos, (VALUES ('gif')) AS s (f)"))
        .hasMessageContaining("cannot be 'gif'. It takes: 'jpeg', 'png', 'webp'.");
  }

  @Test
  void theLimitOfPixelsTravelsInThePlan() {
    SparkSession session = LocalSpark.session().newSession();
    session.sessionState().conf().setConfString("spark.cerium.image.max-pixels", "135300");
    String sql = "SELECT decode_image(content).width FROM photos WHERE photo = ";
    assertThat(rows(session, sql + "'cat.png'")).hasSize(1);
    assertThatThrownBy(() -> rows(session, sql + "'dog.jpg'"))
        .hasMessageContaining("[IMAGE_TOO_LARGE] The image has 1024 x 768 pixels")
        .hasMessageContaining("135300");
    assertThat(
            rows(session, "SELECT count(try_decode_image(content)) FROM photos").get(0).getLong(0))
        .isEqualTo(1);
  }
}
