package io.cerium.engine.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import io.cerium.engine.model.Activation;
import io.cerium.engine.model.Device;
import io.cerium.engine.model.LoadedModel;
import io.cerium.engine.model.ModelSource;
import io.cerium.engine.model.Signature;
import io.cerium.engine.tensor.ElementType;
import io.cerium.engine.tensor.Shape;
import io.cerium.engine.tensor.Tensor;
import io.cerium.engine.tensor.TensorPool;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped classifier, against ONNX Runtime in Python on the same pixels. */
class ClassifierTest {
  private static final Path FOLDER = Path.of("../sql-examples/models/efficientnet-lite0");
  private static final ModelSource SOURCE =
      new ModelSource.File("efficientnet-lite0", FOLDER.resolve("efficientnet-lite0.onnx"));

  /** Same bits on one machine; other processors sum in another order and move the last digits. */
  private static final float TOLERANCE = 1e-4f;

  /** The picture that make_models.py makes by the same formula. */
  private static void fill(FloatBuffer pixels, int seed) {
    for (int i = 0; i < 3 * 224 * 224; i++) {
      long value = ((long) i * 7919 + i / 224 * 31 + seed * 104729L) % 256;
      pixels.put((value - 127) / 128f);
    }
  }

  private static Tensor pictures(int... seeds) {
    Tensor batch =
        TensorPool.shared().allocate(ElementType.FLOAT, Shape.of(seeds.length, 3, 224, 224));
    FloatBuffer pixels = batch.data().asFloatBuffer();
    for (int seed : seeds) {
      fill(pixels, seed);
    }
    return batch;
  }

  private static float[] logits(LoadedModel model, int... seeds) {
    String output = model.signature().outputs().get(0).name();
    try (Tensor image = pictures(seeds)) {
      Map<String, Tensor> outputs = model.run(Map.of("image", image), List.of(output));
      return TestModels.floatsOf(outputs.get(output));
    }
  }

  @Test
  void tellsTheSignature() {
    Signature signature = new OnnxModelRuntime().inspect(SOURCE);
    assertThat(signature.inputs()).hasToString("[image FLOAT [N,3,224,224]]");
    assertThat(signature.outputs()).hasToString("[logits FLOAT [N,1000]]");
    assertThat(signature.end("logits").activation()).isEqualTo(Activation.NONE);
    assertThat(signature.fixedBatch()).isZero();
    assertThat(signature.metadata()).containsEntry("opset", "17").containsEntry("ir_version", "8");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void givesTheLogitsOfPython(int threads) throws IOException {
    try (LoadedModel model = new OnnxModelRuntime().load(SOURCE, Device.CPU, threads)) {
      float[] found = logits(model, 0, 1, 2);
      for (String line : Files.readAllLines(TestModels.FOLDER.resolve("efficientnet-logits.csv"))) {
        String[] fields = line.split(",", -1);
        int index = Integer.parseInt(fields[0]) * 1000 + Integer.parseInt(fields[1]);
        assertThat(found[index]).isCloseTo(Float.parseFloat(fields[2]), within(TOLERANCE));
      }
    }
  }

  @Test
  void givesTheSameForAPictureInAnyBatch() {
    try (LoadedModel model = new OnnxModelRuntime().load(SOURCE, Device.CPU, 1)) {
      float[] alone = logits(model, 1);
      float[] among = logits(model, 0, 1, 2);
      for (int i = 0; i < alone.length; i++) {
        assertThat(among[1000 + i]).isCloseTo(alone[i], within(TOLERANCE));
      }
    }
  }

  @Test
  void aSoftmaxInTheGraphIsSeenAndEqualsOurs() throws IOException {
    ModelProto plain =
        ModelProto.parseFrom(Files.readAllBytes(FOLDER.resolve("efficientnet-lite0.onnx")));
    GraphProto.Builder graph = plain.getGraph().toBuilder();
    graph.addNode(
        NodeProto.newBuilder().setOpType("Softmax").addInput("logits").addOutput("scores"));
    graph.getOutputBuilder(0).setName("scores");
    byte[] bytes = plain.toBuilder().setGraph(graph).build().toByteArray();
    ModelSource source = new ModelSource.Bytes("with softmax", bytes);
    try (LoadedModel with = new OnnxModelRuntime().load(source, Device.CPU, 1);
        LoadedModel without = new OnnxModelRuntime().load(SOURCE, Device.CPU, 1)) {
      assertThat(with.signature().end("scores").activation()).isEqualTo(Activation.SOFTMAX);
      float[] scores = logits(without, 2);
      double[] expected = IntStream.range(0, scores.length).mapToDouble(i -> scores[i]).toArray();
      Activation.SOFTMAX.apply(expected);
      float[] found = logits(with, 2);
      for (int i = 0; i < found.length; i++) {
        // The graph's softmax computes in floats, whose step is 6e-8 below 1; ours in doubles.
        assertThat((double) found[i]).isCloseTo(expected[i], within(1e-6));
      }
    }
  }

  @Test
  void theQuantisedFileAgreesOnTheWinnersNeighbourhood() {
    ModelSource small =
        new ModelSource.File("int8", FOLDER.resolve("efficientnet-lite0-int8.onnx"));
    try (LoadedModel exact = new OnnxModelRuntime().load(SOURCE, Device.CPU, 1);
        LoadedModel quantised = new OnnxModelRuntime().load(small, Device.CPU, 1)) {
      assertThat(quantised.signature().end("logits").activation()).isEqualTo(Activation.NONE);
      float[] expected = logits(exact, 0);
      float[] found = logits(quantised, 0);
      int winner = indexOfLargest(expected);
      long better = Arrays.stream(indices()).filter(i -> found[i] > found[winner]).count();
      assertThat(better).isLessThan(5);
    }
  }

  private static int[] indices() {
    return java.util.stream.IntStream.range(0, 1000).toArray();
  }

  private static int indexOfLargest(float[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      best = values[i] > values[best] ? i : best;
    }
    return best;
  }
}
