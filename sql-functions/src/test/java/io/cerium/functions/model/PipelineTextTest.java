package io.cerium.functions.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerium.engine.image.ImageLimits;
import io.cerium.engine.image.ImagePipeline;
import io.cerium.engine.model.Signature;
import io.cerium.engine.model.TensorSpec;
import io.cerium.engine.tensor.ElementType;
import io.cerium.engine.tensor.Shape;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PipelineTextTest {
  private static String text(TensorSpec input, boolean encoded) {
    Signature signature = new Signature("onnx", List.of(input), List.of(), Map.of(), 0, Map.of());
    Preprocessing made = ModelOptions.of(Map.of(), signature, List.of()).preprocessing(input);
    ImagePipeline pipeline =
        new ImagePipeline(encoded ? made.recipe() : made.forPixels(), new ImageLimits(1_000_000));
    return PipelineText.of(new TensorFeed.Picture(input, 0, encoded, pipeline, made.format()));
  }

  @Test
  void tellsWhatHappensToAFile() {
    assertThat(text(new TensorSpec("x", ElementType.FLOAT, Shape.of(-1, 3, 224, 224)), true))
        .isEqualTo("decode -> resize 224 -> crop 224x224 -> rgb chw");
    assertThat(text(new TensorSpec("x", ElementType.UINT8, Shape.of(-1, 32, 48, 3)), true))
        .isEqualTo("decode -> resize to cover 48x32 -> crop 48x32 -> rgb hwc");
  }

  @Test
  void tellsWhatHappensToPixels() {
    assertThat(text(new TensorSpec("x", ElementType.FLOAT, Shape.of(-1, 1, 32, 48)), false))
        .isEqualTo("pixels -> (resize 48x32 unless 48x32) -> gray chw");
  }
}
