package io.cerium.catalyst.statement;

import static io.cerium.catalyst.TestSpark.LABELS;
import static io.cerium.catalyst.TestSpark.NETWORK;
import static io.cerium.catalyst.TestSpark.SMALL;
import static io.cerium.catalyst.TestSpark.rows;
import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.ModelProto;
import io.cerium.catalyst.SqlFailure;
import io.cerium.catalyst.TestSpark;
import io.cerium.catalyst.session.CeriumSession;
import io.cerium.registry.ModelName;
import io.cerium.registry.ModelRecord;
import io.cerium.registry.ModelVersion;
import io.cerium.registry.StagedArtifact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreateModelTest {
  @TempDir Path folder;

  private static Optional<ModelRecord> find(String name) {
    return CeriumSession.of(TestSpark.session()).registry().snapshot().find(ModelName.of(name));
  }

  private static ModelVersion version(String name) {
    return find(name).orElseThrow().defaultModelVersion();
  }

  private static String create(String name, Path file, String options) {
    return "CREATE MODEL " + name + " USING onnx LOCATION '" + file + "' OPTIONS (" + options + ")";
  }

  @Test
  void aModelIsRegisteredWithItsOptionsAndLabels() {
    assertThat(
            rows(
                create("made", NETWORK, "labels = '" + LABELS + "', mean = array(1, 2, 3), std=7")))
        .containsExactly(RowFactory.create("made", 1, 1));
    ModelVersion version = version("MADE");
    assertThat(version.provider()).isEqualTo("onnx");
    assertThat(version.labels()).hasSize(1000).startsWith("tench", "goldfish");
    assertThat(version.options()).containsOnlyKeys("mean", "std").containsEntry("mean", "1,2,3");
    assertThat(version.source()).isEqualTo(NETWORK.toString());
    assertThat(version.digest()).hasSize(64);
    assertThat(version.createdBy()).isEqualTo(TestSpark.session().sparkContext().sparkUser());
  }

  @Test
  void replacingAddsAVersionAndIfNotExistsReadsNothing() {
    assertThat(rows("CREATE OR REPLACE MODEL ns.twice USING onnx LOCATION '" + SMALL + "'"))
        .containsExactly(RowFactory.create("ns.twice", 1, 1));
    assertThat(rows("CREATE OR REPLACE MODEL NS.Twice FROM '" + SMALL + "' USING ONNX"))
        .containsExactly(RowFactory.create("ns.twice", 2, 2));
    assertThat(rows("CREATE MODEL IF NOT EXISTS ns.twice USING onnx LOCATION '/no/such/file'"))
        .containsExactly(RowFactory.create("ns.twice", 2, 2));
    SqlFailure.of("CREATE MODEL ns.twice USING onnx LOCATION '/no/such/file'")
        .is("MODEL_ALREADY_EXISTS", "42710", "'ns.twice'", "CREATE OR REPLACE MODEL");
  }

  @Test
  void aStatementRunsOnceHoweverOftenItsRowsAreRead() {
    var query =
        TestSpark.session().sql("CREATE OR REPLACE MODEL once USING onnx FROM '" + SMALL + "'");
    assertThat(query.collectAsList()).isEqualTo(query.collectAsList());
    assertThat(query.count()).isEqualTo(1);
    assertThat(find("once").orElseThrow().versions()).hasSize(1);
  }

  @Test
  void explainRunsNothing() {
    assertThat(rows("EXPLAIN CREATE MODEL planned USING onnx LOCATION '/no/such/file'"))
        .singleElement()
        .asString()
        .contains("StatementCommand", "planned", "/no/such/file");
    assertThat(find("planned")).isEmpty();
  }

  @Test
  void noSecretOfALocationIsShown() {
    String statement =
        "CREATE MODEL hidden USING onnx LOCATION 'nowhere://key:sec@ret@bucket/m?sig=secret'"
            + " OPTIONS (labels = 'nowhere://key:secret@bucket/labels?token=secret')";
    String shown = "nowhere://key:***@bucket/m?sig=***";
    assertThat(rows("EXPLAIN " + statement).get(0).getString(0))
        .contains(shown, "nowhere://key:***@bucket/labels?token=***")
        .doesNotContain("secret", "ret@");
    assertThat(SqlFailure.of(statement).message()).contains(shown).doesNotContain("secret", "ret@");
    String labels =
        create("hidden", SMALL, "labels = 'nowhere://key:secret@bucket/l?token=secret'");
    assertThat(SqlFailure.of(labels).message())
        .contains("nowhere://key:***@bucket/l?token=***")
        .doesNotContain("secret");
  }

  @Test
  void whatIsWrongWithAnOptionLeavesNoModel() {
    SqlFailure.of(create("refused", NETWORK, "taks = 'none'"))
        .is("MODEL_OPTION_UNKNOWN", "42KD4", "'taks'", "Did you mean 'task'?");
    SqlFailure.of(create("refused", NETWORK, "crop = 100"))
        .is("MODEL_OPTION_INVALID", "22023", "'crop'");
    SqlFailure.of(create("refused", NETWORK, "labels = ['a, b', 'c']"))
        .is("MODEL_LABELS_MISMATCH", "22KD5", "labels of the model are 2", "1000");
    assertThat(find("refused")).isEmpty();
  }

  @Test
  void theDigestIsChecked() {
    TestSpark.createSmall("digest_source");
    String digest = version("digest_source").digest();
    rows(
        create(
            "digest_good", SMALL, "sha256 = '" + digest.toUpperCase(java.util.Locale.ROOT) + "'"));
    assertThat(version("digest_good").digest()).isEqualTo(digest);
    SqlFailure.of(create("digest_bad", SMALL, "sha256 = '" + "0".repeat(64) + "'"))
        .is("MODEL_OPTION_INVALID", "22023", "'sha256'", digest);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "onxx|/no/such/file|MODEL_PROVIDER_UNKNOWN|42KD6|onnx",
        "onnx|/no/such/file|ARTIFACT_NOT_FOUND|58030|/no/such/file",
        "onnx|nowhere://host/file|ARTIFACT_NOT_FOUND|58030|nowhere",
      })
  void whatCannotBeReadIsTold(
      String provider, String location, String errorClass, String sqlState, String part) {
    SqlFailure.of("CREATE MODEL unread USING " + provider + " LOCATION '" + location + "'")
        .is(errorClass, sqlState, part);
  }

  @Test
  void aFileThatIsNoModelIsRefused() throws IOException {
    Path text = Files.writeString(folder.resolve("model.onnx"), "this is no model");
    SqlFailure.of("CREATE MODEL no_model USING onnx LOCATION '" + text + "'")
        .is("ARTIFACT_NOT_ONNX", "22KD1", text.toString());
    assertThat(find("no_model")).isEmpty();
  }

  @Test
  void noCopyOfTheArtifactIsLeft() throws IOException {
    Path file = folder.resolve("own.onnx");
    ModelProto small = ModelProto.parseFrom(Files.readAllBytes(SMALL));
    // The folder's name tells this copy from those of all others.
    Files.write(file, small.toBuilder().setDocString(folder.toString()).build().toByteArray());
    CeriumSession session = CeriumSession.of(TestSpark.session());
    try (StagedArtifact staged = session.registry().stage(file.toString())) {
      assertThat(copiesOf(file)).containsExactly(staged.file());
    }

    rows(create("copied", file, "batch_size = 1"));
    assertThat(copiesOf(file)).as("after success").isEmpty();
    SqlFailure.of(create("not_copied", file, "sha256 = '0'"))
        .is("MODEL_OPTION_INVALID", "22023", "'sha256'");
    SqlFailure.of(create("not_copied", file, "batch_size = 'many'"))
        .is("MODEL_OPTION_INVALID", "22023", "'batch_size'");
    assertThat(copiesOf(file)).as("after failures").isEmpty();
  }

  /** Among the temporary files of all processes. */
  private static List<Path> copiesOf(Path artifact) throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(folder -> folder.getFileName().toString().startsWith("cerium-artifact-"))
          .map(folder -> folder.resolve("artifact"))
          .filter(file -> isCopy(file, artifact))
          .toList();
    }
  }

  private static boolean isCopy(Path file, Path artifact) {
    try {
      return Files.mismatch(file, artifact) < 0;
    } catch (IOException goneMeanwhile) {
      return false;
    }
  }
}
