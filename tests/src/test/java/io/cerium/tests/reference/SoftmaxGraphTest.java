package io.cerium.tests.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import io.cerium.tests.session.QuickStart;
import io.cerium.tests.session.Repository;
import io.cerium.tests.session.SharedSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** {@code activation = 'auto'}: a graph that ends in a softmax answers as the one without. */
class SoftmaxGraphTest {
  /**
   * The graph's softmax computes in floats, ours in doubles: 2e-7 apart on these photos. The two
   * models may run batches of other sizes, whose additions come in another order on some
   * processors.
   */
  private static final float TOLERANCE = 1e-5f;

  private static final Path FOLDER = Repository.examples().resolve("models/efficientnet-lite0");

  @Test
  void answersAreEqual() throws IOException {
    Path file = SharedSpark.work().resolve("softmax.onnx");
    Files.write(file, withSoftmax(Files.readAllBytes(FOLDER.resolve("efficientnet-lite0.onnx"))));
    SparkSession session = SharedSpark.newSession();
    QuickStart.prepare(session);
    session.sql(
        "CREATE OR REPLACE MODEL softened USING onnx LOCATION '%s' OPTIONS (labels = '%s', resize = 256, crop = 224, scale = 1, mean = 127, std = 128)"
            .formatted(file, FOLDER.resolve("labels.txt")));
    try {
      assertThat(activation(session, "efficientnet")).startsWith("softmax is applied");
      assertThat(activation(session, "softened")).doesNotStartWith("softmax is applied");
      List<Row> rows =
          session
              .sql(
                  "SELECT predict(efficientnet, content), predict(softened, content),"
                      + " predict_proba(efficientnet, content), predict_proba(softened, content)"
                      + " FROM photos")
              .collectAsList();
      assertThat(rows).hasSize(15);
      for (Row row : rows) {
        assertThat(row.getStruct(1).getString(0)).isEqualTo(row.getStruct(0).getString(0));
        Map<String, Float> one = row.getJavaMap(2);
        Map<String, Float> other = row.getJavaMap(3);
        assertThat(one).hasSize(1000);
        one.forEach(
            (label, score) -> assertThat(other.get(label)).isCloseTo(score, within(TOLERANCE)));
      }
    } finally {
      session.sql("DROP MODEL softened");
    }
  }

  private static String activation(SparkSession session, String model) {
    return session.sql("DESCRIBE MODEL " + model).collectAsList().stream()
        .filter(row -> row.getString(0).equals("activation"))
        .map(row -> row.getString(1))
        .findFirst()
        .orElseThrow();
  }

  private static byte[] withSoftmax(byte[] onnx) throws IOException {
    ModelProto.Builder model = ModelProto.parseFrom(onnx).toBuilder();
    GraphProto.Builder graph = model.getGraphBuilder();
    graph.addNode(
        NodeProto.newBuilder()
            .setOpType("Softmax")
            .addInput(graph.getOutput(0).getName())
            .addOutput("probabilities")
            .addAttribute(
                AttributeProto.newBuilder()
                    .setName("axis")
                    .setType(AttributeProto.AttributeType.INT)
                    .setI(1)));
    graph.setOutput(0, graph.getOutput(0).toBuilder().setName("probabilities"));
    return model.build().toByteArray();
  }
}
