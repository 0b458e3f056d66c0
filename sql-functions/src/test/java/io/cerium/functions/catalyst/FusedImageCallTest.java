package io.cerium.functions.catalyst;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerium.engine.image.ImageOp;
import io.cerium.engine.image.ImagePipeline;
import io.cerium.engine.image.Interpolation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A fused chain gives exactly what its functions give one by one, errors and NULL included. */
class FusedImageCallTest {
  private static final String PHOTOS =
      " FROM photos WHERE photo IN ('cat.png', 'koala.jpg', 'red-panda.webp')";

  /** Two photos, a value that is no picture, a NULL, and arguments that are NULL or refused. */
  private static final String MIXED =
      """
       FROM (SELECT content, w, h FROM photos,
               (VALUES (40, 30), (NULL, 30), (0, 30), (7, NULL)) AS sizes (w, h)
             WHERE photo IN ('cat.png', 'macaw.jpg')
             UNION ALL SELECT X'012345', w, h FROM VALUES (4, 3), (NULL, 3), (0, 3) AS t (w, h)
             UNION ALL SELECT X'', 4, 3
             UNION ALL SELECT CAST(NULL AS BINARY), w, 3 FROM VALUES (4), (0) AS t (w))""";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "center_crop(resize(content, 64), 48, 48)",
        "resize(center_crop(resize(decode_image(content), 100, 80), 300, 60), 33, interpolation =>"
            + " 'cubic')",
        "encode_image(center_crop(resize(content, 64), 48, 48), 'png')",
        "encode_image(resize(try_decode_image(content), 50, 40), quality => 60)",
      })
  void constantChainsOverPhotos(String chain) {
    assertFusedEqual("SELECT " + chain + PHOTOS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "resize(decode_image(content), w, h)",
        "resize(try_decode_image(content), w, h)",
        "center_crop(resize(try_decode_image(content), w, h), 20, 20)",
        "center_crop(resize(content, w, 30), 20, h)",
        "encode_image(center_crop(resize(content, 40, h), w, 10), 'png')",
        "try_decode_image(resize(content, w, h))",
        "resize(try_decode_image(resize(content, w, h)), 12)",
      })
  void chainsOverRowsThatFailAndNulls(String chain) {
    assertFusedEqual("SELECT " + chain + MIXED);
  }

  private static void assertFusedEqual(String sql) {
    Evaluation evaluation = new Evaluation(sql);
    ImageCall call = (ImageCall) evaluation.expression();
    ImageCall fused = call.fused().orElseThrow();
    assertThat(fused.picture()).isNotInstanceOf(ImageCall.class);
    assertThat(fused.fused()).isEmpty();
    assertThat(fused.dataType()).isEqualTo(call.dataType());
    assertThat(fused.toString()).isEqualTo(call.toString());
    assertThat(fused.checkInputDataTypes().isSuccess()).isTrue();
    List<String> expected = evaluation.of(call);
    assertThat(expected).isNotEmpty().anyMatch(v -> !v.equals("NULL"));
    assertThat(evaluation.of(fused)).isEqualTo(expected);
  }

  @Test
  void theOriginOfAStructStays() {
    String struct =
        "named_struct('origin', 'file:a', 'height', 2, 'width', 1, 'nChannels', 1, 'mode', 0,"
            + " 'data', X'0009')";
    Evaluation evaluation =
        new Evaluation("SELECT resize(center_crop(" + struct + ", 1, 2), 1, 1) FROM range(1)");
    ImageCall call = (ImageCall) evaluation.expression();
    assertThat(evaluation.of(call)).hasSize(1).first().asString().startsWith("[file:a, 1, 1, 1, 0");
    assertThat(evaluation.of(call.fused().orElseThrow())).isEqualTo(evaluation.of(call));
  }

  @Test
  void whatCouldChangeAResultIsNotFused() {
    assertThat(fused("decode_image(encode_image(content))")).isEmpty();
    assertThat(fused("resize(decode_image(content), cast(length(content) as int), 3)")).isEmpty();
    assertThat(fused("resize(content, 3)")).isEmpty();
  }

  @Test
  void wideningCastsAndConstantsAreFused() {
    assertThat(fused("resize(decode_image(content), cast(4 as smallint), 3)")).isPresent();
    assertThat(fused("resize(decode_image(content), 4L, 1 + 2)")).isPresent();
  }

  private static Optional<ImageCall> fused(String call) {
    return call(call).fused();
  }

  private static ImageCall call(String call) {
    return (ImageCall) new Evaluation("SELECT " + call + " FROM photos").expression();
  }

  @Test
  void aConstantChainIsAPipeline() {
    ImageCall call = call("center_crop(resize(content, 256), 224, 200)").fused().orElseThrow();
    assertThat(call.constantPipeline().map(ImagePipeline::ops))
        .contains(
            List.of(
                new ImageOp.ResizeShorterSide(256, Interpolation.AUTO),
                new ImageOp.CenterCrop(224, 200)));
    assertThat(call("decode_image(content)").constantPipeline().map(ImagePipeline::ops))
        .contains(List.of());
  }

  @Test
  void otherChainsAreNoPipeline() {
    assertThat(call("resize(content, length(photo))").constantPipeline()).isEmpty();
    assertThat(call("resize(content, NULL)").constantPipeline()).isEmpty();
    assertThat(call("encode_image(content)").constantPipeline()).isEmpty();
    assertThat(call("try_decode_image(content)").constantPipeline()).isEmpty();
    assertThat(
            call("resize(try_decode_image(content), 4)").fused().orElseThrow().constantPipeline())
        .isEmpty();
  }
}
