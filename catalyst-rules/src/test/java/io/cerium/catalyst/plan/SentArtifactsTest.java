package io.cerium.catalyst.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerium.catalyst.TestSpark;
import io.cerium.catalyst.session.CeriumSession;
import io.cerium.registry.ModelVersion;
import java.nio.file.Files;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

class SentArtifactsTest {
  private static Broadcast<byte[]> send(SparkSession spark, ModelVersion version) {
    return SentArtifacts.broadcast(
        spark.sparkContext(), version, CeriumSession.of(spark).registry());
  }

  private static ModelVersion version(SparkSession spark, String model) {
    return CeriumSession.of(spark).models().resolve(model).version();
  }

  @Test
  void anArtifactIsSentOnceAnApplication() throws Exception {
    TestSpark.createSmall("sent");
    TestSpark.createSmall("sent_again");
    SparkSession one = TestSpark.newSession();
    SparkSession other = TestSpark.newSession();

    Broadcast<byte[]> first = send(one, version(one, "sent"));

    assertThat(first.value()).isEqualTo(Files.readAllBytes(TestSpark.SMALL));
    assertThat(send(one, version(one, "sent"))).isSameAs(first);
    assertThat(send(other, version(other, "sent_again"))).isSameAs(first);
  }

  @Test
  void oneThatIsTooLargeIsRefusedInWords() {
    TestSpark.createSmall("large");
    SparkSession spark = TestSpark.session();
    ModelVersion small = version(spark, "large");
    ModelVersion large =
        new ModelVersion(
            small.version(),
            small.provider(),
            small.digest(),
            3L << 30,
            small.signature(),
            small.options(),
            small.labels(),
            "in/large.onnx",
            small.createdAt(),
            small.createdBy());

    assertThatThrownBy(() -> send(spark, large))
        .hasMessageContaining(
            "[ARTIFACT_UNSUPPORTED] The model at 'in/large.onnx' cannot be served: it has"
                + " 3221225472 bytes, more than can be sent to executors. Quantise it, or run Spark"
                + " in local mode with the registry on a local disk.");
  }
}
