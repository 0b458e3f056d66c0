package io.cerium.functions.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerium.engine.image.ImageOp;
import io.cerium.engine.image.Interpolation;
import io.cerium.engine.image.TensorFormat.ChannelOrder;
import io.cerium.engine.image.TensorFormat.Layout;
import io.cerium.engine.model.Activation;
import io.cerium.engine.model.OutputEnd;
import io.cerium.engine.model.Signature;
import io.cerium.engine.model.TensorSpec;
import io.cerium.engine.tensor.ElementType;
import io.cerium.engine.tensor.Shape;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelOptionsTest {
  private static final TensorSpec IMAGE =
      new TensorSpec("image", ElementType.FLOAT, Shape.of(-1, 3, 224, 224));
  private static final TensorSpec BYTES =
      new TensorSpec("bytes", ElementType.UINT8, Shape.of(-1, 64, 64, 3));
  private static final List<String> LABELS = List.of("cat", "dog", "hen");

  private static Signature network(Activation activation) {
    return new Signature(
        "onnx",
        List.of(IMAGE),
        List.of(new TensorSpec("logits", ElementType.FLOAT, Shape.of(-1, 3))),
        Map.of("logits", new OutputEnd(activation, List.of())),
        0,
        Map.of());
  }

  private static void check(Map<String, String> options) {
    ModelOptions.check(options, network(Activation.NONE), LABELS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "resize | 0 | It takes a whole number from 1 up.",
        "resize | 256x | It takes a whole number from 1 up.",
        "resize | 1x2x3 | It takes 256 (shorter side) or '256x256'.",
        "resize | 100 | give at least 224",
        "resize | 100x300 | takes 224 x 224",
        "crop | 225 | takes 224 x 224",
        "mean | a | It takes one number, or one for each channel",
        "mean | 1,2 | It takes one number, or three",
        "std | 0 | It is a divisor",
        "scale | NaN | It takes one number",
        "channels | rbg | It takes one of 'rgb', 'bgr'.",
        "preprocess | imagnet | It takes one of 'imagenet', 'tf', 'clip', 'none'.",
        "activation | relu | It takes one of 'auto', 'softmax', 'sigmoid', 'none'.",
        "task | detect | It takes one of 'classification'",
        "batch_size | many | It takes 'auto' or a whole number from 1 to 8192.",
        "batch_size | 8193 | It takes 'auto' or a whole number from 1 to 8192.",
        "device | gpu | It takes 'cpu', 'cuda' or 'cuda:1'.",
      })
  void refusesAValueThatMakesNoSense(String option, String value, String words) {
    assertThatThrownBy(() -> check(Map.of(option, value)))
        .hasMessageStartingWith("[MODEL_OPTION_INVALID] The option '" + option + "' ")
        .hasMessageContaining(words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"100x100", "223x300", "300x223"})
  void refusesToCutMoreThanResizeLeaves(String resize) {
    assertThatThrownBy(() -> check(Map.of("resize", resize, "crop", "224")))
        .hasMessageStartingWith("[MODEL_OPTION_INVALID] The option 'resize' gives ")
        .hasMessageContaining("The input takes 224 x 224: give at least 224x224.");
  }

  @Test
  void namesTheNearestOption() {
    assertThatThrownBy(() -> check(Map.of("reszie", "256")))
        .hasMessageStartingWith("[MODEL_OPTION_UNKNOWN]")
        .hasMessageContaining("Did you mean 'resize'?");
  }

  @Test
  void wantsOneLabelForEachClass() {
    assertThatThrownBy(
            () -> ModelOptions.check(Map.of(), network(Activation.NONE), List.of("cat", "dog")))
        .hasMessageStartingWith("[MODEL_LABELS_MISMATCH] The labels of the model are 2")
        .hasMessageContaining("'logits' has 3 values a row");
  }

  @Test
  void takesWhatTheExampleGives() {
    Map<String, String> options =
        Map.of("resize", "256", "crop", "224", "scale", "1", "mean", "127", "std", "128");

    assertThatCode(() -> check(options)).doesNotThrowAnyException();
    Preprocessing made =
        ModelOptions.of(options, network(Activation.NONE), LABELS).preprocessing(IMAGE);
    assertThat(made.recipe())
        .containsExactly(
            new ImageOp.ResizeShorterSide(256, Interpolation.AUTO),
            new ImageOp.CenterCrop(224, 224));
    assertThat(made.format().mean()).containsExactly(127, 127, 127);
    assertThat(made.format().order()).isEqualTo(ChannelOrder.RGB);
    assertThat(made.format().layout()).isEqualTo(Layout.CHW);
  }

  @Test
  void letsAnOptionOverrideItsPreset() {
    Preprocessing made =
        ModelOptions.of(
                Map.of("preprocess", "imagenet", "std", "1", "channels", "bgr"),
                network(Activation.NONE),
                LABELS)
            .preprocessing(IMAGE);

    assertThat(made.recipe().get(0))
        .isEqualTo(new ImageOp.ResizeShorterSide(256, Interpolation.AUTO));
    assertThat(made.format().mean()).containsExactly(0.485f, 0.456f, 0.406f);
    assertThat(made.format().std()).containsExactly(1, 1, 1);
    assertThat(made.format().order()).isEqualTo(ChannelOrder.BGR);
  }

  /**
   * The numbers of torchvision's {@code ImageClassification} transform (256, then 224), of Keras'
   * {@code preprocess_input} in mode "tf" ({@code x / 127.5 - 1}) and of OpenAI's {@code
   * clip._transform(224)} (224, then 224), as written there; 'none' leaves pixels as they are.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "imagenet | 256 | 255 | 0.485,0.456,0.406 | 0.229,0.224,0.225",
        "tf | 224 | 127.5 | 1,1,1 | 1,1,1",
        "clip | 224 | 255 | 0.48145466,0.4578275,0.40821073 | 0.26862954,0.26130258,0.27577711",
        "none | 224 | 1 | 0,0,0 | 1,1,1",
      })
  void everyPresetDoesWhatItsSourceDoes(
      String preset, int shorterSide, float divisor, String mean, String std) {
    Preprocessing made = made(Map.of("preprocess", preset), IMAGE);

    assertThat(made.recipe())
        .containsExactly(
            new ImageOp.ResizeShorterSide(shorterSide, Interpolation.AUTO),
            new ImageOp.CenterCrop(224, 224));
    float scale = 1 / divisor;
    assertThat(made.format().scale()).containsExactly(scale, scale, scale);
    assertThat(made.format().mean()).containsExactly(numbers(mean));
    assertThat(made.format().std()).containsExactly(numbers(std));
  }

  @Test
  void noOtherPresetIsThere() {
    assertThat(Preprocessing.Preset.values())
        .extracting(preset -> preset.name().toLowerCase(Locale.ROOT))
        .containsExactly("imagenet", "tf", "clip", "none");
  }

  private static float[] numbers(String text) {
    String[] parts = text.split(",");
    float[] numbers = new float[parts.length];
    for (int i = 0; i < parts.length; i++) {
      numbers[i] = Float.parseFloat(parts[i]);
    }
    return numbers;
  }

  private static Preprocessing made(Map<String, String> options, TensorSpec input) {
    return ModelOptions.of(options, taking(input), List.of()).preprocessing(input);
  }

  private static Signature taking(TensorSpec... inputs) {
    return new Signature(
        "onnx", List.of(inputs), network(Activation.NONE).outputs(), Map.of(), 0, Map.of());
  }

  @Test
  void coversAnInputThatIsNoSquare() {
    TensorSpec wide = new TensorSpec("image", ElementType.FLOAT, Shape.of(-1, 3, 192, 224));
    ImageOp crop = new ImageOp.CenterCrop(224, 192);

    assertThat(made(Map.of(), wide).recipe())
        .containsExactly(new ImageOp.ResizeToCover(224, 192, Interpolation.AUTO), crop);
    // 256/224 of 192 is 219.4.
    assertThat(made(Map.of("preprocess", "imagenet"), wide).recipe())
        .containsExactly(new ImageOp.ResizeToCover(256, 219, Interpolation.AUTO), crop);
    assertThat(made(Map.of("resize", "230"), wide).recipe())
        .containsExactly(new ImageOp.ResizeShorterSide(230, Interpolation.AUTO), crop);
    assertThatThrownBy(() -> made(Map.of("resize", "223"), wide))
        .hasMessageContaining("gives a shorter side of 223 pixels")
        .hasMessageContaining("The input takes 224 x 192: give at least 224.");
  }

  @Test
  void resizesTheShorterSideForASquare() {
    assertThat(made(Map.of(), IMAGE).recipe())
        .containsExactly(
            new ImageOp.ResizeShorterSide(224, Interpolation.AUTO),
            new ImageOp.CenterCrop(224, 224));
  }

  @Test
  void leavesPixelsAsTheyAreForBytes() {
    Preprocessing made =
        made(Map.of("preprocess", "none", "channels", "bgr", "resize", "80"), BYTES);

    assertThat(made.format().type()).isEqualTo(ElementType.UINT8);
    assertThat(made.format().layout()).isEqualTo(Layout.HWC);
    assertThat(made.format().order()).isEqualTo(ChannelOrder.BGR);
    assertThat(made.format().scale()).containsExactly(1, 1, 1);
    assertThat(made.format().mean()).containsExactly(0, 0, 0);
    assertThat(made.format().std()).containsExactly(1, 1, 1);
    assertThat(made.recipe().get(0))
        .isEqualTo(new ImageOp.ResizeShorterSide(80, Interpolation.AUTO));
  }

  @ParameterizedTest
  @CsvSource({"scale, 1", "mean, 0", "std, 1", "preprocess, imagenet", "preprocess, tf"})
  void refusesToMakeOtherNumbersOfBytes(String option, String value) {
    assertThatThrownBy(() -> ModelOptions.check(Map.of(option, value), taking(BYTES), List.of()))
        .hasMessageContaining(
            "The option '"
                + option
                + "' makes other numbers of pixels, but the input 'bytes' takes pixels from 0 to"
                + " 255 as they are. Leave it out");
    assertThatCode(() -> ModelOptions.check(Map.of("preprocess", "none"), taking(BYTES), List.of()))
        .doesNotThrowAnyException();
  }

  @Test
  void makesNumbersForThePictureBesideBytes() {
    Map<String, String> options = Map.of("scale", "2", "mean", "3", "preprocess", "tf");
    TensorSpec floats = new TensorSpec("image", ElementType.FLOAT, Shape.of(-1, 3, 64, 64));
    Signature both = taking(BYTES, floats);

    assertThatCode(() -> ModelOptions.check(options, both, List.of())).doesNotThrowAnyException();
    ModelOptions made = ModelOptions.of(options, both, List.of());
    assertThat(made.preprocessing(floats).format().scale()).containsExactly(2, 2, 2);
    assertThat(made.preprocessing(BYTES).format().scale()).containsExactly(1, 1, 1);
    assertThat(made.preprocessing(BYTES).format().mean()).containsExactly(0, 0, 0);
  }

  @Test
  void wantsTheSizeOfAPictureWhereTheGraphLeavesItOpen() {
    TensorSpec open = new TensorSpec("x", ElementType.FLOAT, Shape.of(-1, -1, -1, 3));
    Signature signature =
        new Signature(
            "onnx", List.of(open), network(Activation.NONE).outputs(), Map.of(), 0, Map.of());

    assertThatThrownBy(() -> ModelOptions.of(Map.of(), signature, LABELS).preprocessing(open))
        .hasMessageContaining("leaves the size of a picture open");
    Preprocessing made =
        ModelOptions.of(Map.of("crop", "64x32"), signature, LABELS).preprocessing(open);
    assertThat(made.format().width()).isEqualTo(64);
    assertThat(made.format().height()).isEqualTo(32);
    assertThat(made.format().layout()).isEqualTo(Layout.HWC);
  }

  @Test
  void appliesNoActivationTwice() {
    assertThat(head(Map.of(), Activation.NONE).activation()).isEqualTo(Activation.SOFTMAX);
    assertThat(head(Map.of(), Activation.SOFTMAX).activation()).isEqualTo(Activation.NONE);
    assertThat(head(Map.of("activation", "sigmoid"), Activation.NONE).activation())
        .isEqualTo(Activation.SIGMOID);
  }

  private static ClassifierHead head(Map<String, String> options, Activation activation) {
    return ClassifierHead.of(ModelOptions.of(options, network(activation), LABELS));
  }

  @Test
  void asksTheGraphHowItEndsAtTheScores() {
    TensorSpec features = new TensorSpec("features", ElementType.FLOAT, Shape.of(-1, 512));
    TensorSpec scores = new TensorSpec("probabilities", ElementType.FLOAT, Shape.of(-1, 3));
    Signature both =
        new Signature(
            "onnx",
            List.of(IMAGE),
            List.of(features, scores),
            Map.of("probabilities", new OutputEnd(Activation.SOFTMAX, List.of())),
            0,
            Map.of("classes", "person,car"));

    ClassifierHead head = ClassifierHead.of(ModelOptions.of(Map.of(), both, LABELS));

    assertThat(head.output()).isEqualTo("probabilities");
    assertThat(head.activation()).isEqualTo(Activation.NONE);
    assertThat(ModelOptions.of(Map.of(), both, List.of()).task()).isEqualTo(ModelOptions.Task.NONE);
  }

  @Test
  void takesTheLabelsThatTheGraphKnows() {
    Signature own =
        new Signature(
            "onnx",
            List.of(IMAGE),
            network(Activation.NONE).outputs(),
            Map.of(
                "logits",
                new OutputEnd(Activation.SOFTMAX, List.of("setosa", "versicolor", "virginica"))),
            0,
            Map.of());

    ModelOptions options = ModelOptions.of(Map.of(), own, List.of());

    assertThat(options.task()).isEqualTo(ModelOptions.Task.CLASSIFICATION);
    assertThat(ClassifierHead.of(options).labels())
        .containsExactly("setosa", "versicolor", "virginica");
  }
}
