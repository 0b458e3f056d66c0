package io.cerium.registry.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cerium.engine.model.Activation;
import io.cerium.engine.model.ModelSource;
import io.cerium.engine.model.OutputEnd;
import io.cerium.engine.model.Signature;
import io.cerium.registry.ModelName;
import io.cerium.registry.ModelRecord;
import io.cerium.registry.ModelVersion;
import io.cerium.registry.RegistrySnapshot;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;

/** A registry of the first format must be read by every version to come. */
class RegistryFormatTest {
  @Test
  void theFirstFormatIsRead() {
    FileModelRegistry registry =
        new FileModelRegistry("src/test/resources/registry-format-1", new Configuration());
    RegistrySnapshot snapshot = registry.snapshot();
    String digest = "9a129038d9a00aed0cf6a7ea059ca50a813449061ab87848cf1a13eafdf33b2c";
    Instant first = Instant.parse("2026-11-21T11:08:04.723Z");
    Instant last = Instant.parse("2026-11-21T11:08:05.148Z");
    List<String> labels = List.of("cat", "dog");
    ModelVersion one =
        new ModelVersion(
            1,
            "onnx",
            digest,
            7,
            Models.SIGNATURE,
            Map.of("resize", "256"),
            labels,
            "models/churn.onnx",
            first,
            "ada");
    ModelVersion two =
        new ModelVersion(
            2,
            "onnx",
            digest,
            7,
            Models.SIGNATURE,
            Map.of("crop", "224"),
            labels,
            "models/churn.onnx",
            last,
            "bob");

    assertThat(snapshot.commit()).isEqualTo(4);
    assertThat(snapshot.models())
        .containsExactly(
            new ModelRecord(
                ModelName.of("churn"), List.of(one, two), 2, "who leaves", "ada", first, last));
    ModelSource.File artifact = (ModelSource.File) registry.artifact(two);
    assertThat(artifact.path()).hasContent("weights");
    assertThat(artifact.location()).isEqualTo("models/churn.onnx");
  }

  @Test
  void labelsOfAnEarlySignatureAreThoseThatFitItsScores() throws IOException {
    assertThat(early("setosa\nversicolor").classes()).containsExactly("setosa", "versicolor");
    assertThat(early("setosa\nversicolor").end("scores").activation())
        .isEqualTo(Activation.SOFTMAX);
    assertThat(early("person,car").classes()).isEmpty();
  }

  private static Signature early(String classes) throws IOException {
    ObjectNode json = RegistryJson.MAPPER.valueToTree(Models.SIGNATURE);
    json.remove("ends");
    json.put("activation", "softmax").putObject("metadata").put("classes", classes);
    return RegistryJson.MAPPER.treeToValue(json, Signature.class);
  }

  @Test
  void aSignatureIsReadBackAsItWasWritten() throws IOException {
    Signature signature =
        new Signature(
            "onnx",
            Models.SIGNATURE.inputs(),
            Models.SIGNATURE.outputs(),
            Map.of("scores", new OutputEnd(Activation.SIGMOID, List.of("a\nb", "c"))),
            4,
            Map.of("classes", "person,car"));
    assertThat(
            RegistryJson.MAPPER.readValue(
                RegistryJson.MAPPER.writeValueAsBytes(signature), Signature.class))
        .isEqualTo(signature);
  }

  @Test
  void aRecordIsReadBackAsItWasWritten() throws UnreadableRecordException {
    CommitRecord record =
        new CommitRecord(
            1,
            "",
            Instant.EPOCH,
            "o'brien \"the\" \\ 模型 \u0000",
            new CommitRecord.ModelDropped(ModelName.of("名 / 'x'")));
    SealedJson sealed = SealedJson.seal(record);
    SealedJson.Opened<CommitRecord> opened = SealedJson.open(sealed.bytes(), CommitRecord.class);
    assertThat(opened.value()).isEqualTo(record);
    assertThat(opened.sha256()).isEqualTo(sealed.sha256());
  }

  /** Is written, but never read. */
  record OneWay(String text) {
    OneWay {
      if (text.equals("refused")) {
        throw new IllegalArgumentException(text);
      }
    }

    @JsonProperty("text")
    String written() {
      return "refused";
    }
  }

  @Test
  void whatCouldNotBeReadAgainIsNotSealed() {
    assertThatThrownBy(() -> SealedJson.seal(new OneWay("taken")))
        .isInstanceOf(UnreadableRecordException.class)
        .hasMessage("it is no whole JSON record");
  }

  @Test
  void aVersionThatCouldNotBeReadAgainIsRefusedInWords() {
    ModelVersion version =
        new ModelVersion(
            1,
            "onnx",
            "9a129038d9a00aed0cf6a7ea059ca50a813449061ab87848cf1a13eafdf33b2c",
            7,
            Models.SIGNATURE,
            Map.of(),
            List.of(),
            "models/churn.onnx",
            Instant.EPOCH,
            "ada");
    CommitRecord record =
        new CommitRecord(
            1,
            "",
            Instant.EPOCH,
            "ada",
            new CommitRecord.VersionAdded(ModelName.of("churn"), version, ""));
    assertThat(
            RegistryFailure.unrecordable(
                record, UnreadableRecordException.damaged("it is no whole JSON record", null)))
        .hasMessage(
            "[ARTIFACT_UNSUPPORTED] The model at 'models/churn.onnx' cannot be served: the registry"
                + " could not read its record again, for it is no whole JSON record. Correct its"
                + " comment, options and labels, or the metadata in the file. SQLSTATE: 0AKD2");
  }
}
