package io.cerium.registry.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerium.engine.digest.Sha256;
import io.cerium.engine.error.CeriumException;
import io.cerium.engine.model.ModelSource;
import io.cerium.engine.model.Signature;
import io.cerium.registry.ModelName;
import io.cerium.registry.ModelRecord;
import io.cerium.registry.ModelVersion;
import io.cerium.registry.RegistryChange;
import io.cerium.registry.RegistryChange.IfExists;
import io.cerium.registry.RegistrySnapshot;
import io.cerium.registry.StagedArtifact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileModelRegistryTest {
  private static final Configuration CONFIGURATION = new Configuration();

  @TempDir Path folder;
  private Path root;
  private FileModelRegistry registry;

  @BeforeEach
  void open() {
    root = folder.resolve("registry");
    registry = reopened();
  }

  private FileModelRegistry reopened() {
    return new FileModelRegistry(root.toString(), CONFIGURATION);
  }

  private List<Path> filesUnder(Path top) throws IOException {
    try (Stream<Path> files = Files.walk(top)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Test
  void anEmptyRegistryIsReadWithoutBeingMade() {
    RegistrySnapshot snapshot = registry.snapshot();
    assertThat(snapshot.commit()).isZero();
    assertThat(snapshot.models()).isEmpty();
    assertThat(root).doesNotExist();
  }

  @Test
  void aModelSurvivesReopening() throws IOException {
    Path artifact = Models.artifact(folder, "weights");
    RegistrySnapshot made = Models.add(registry, "Churn", IfExists.FAIL, artifact);
    RegistrySnapshot read = reopened().snapshot();

    assertThat(read.commit()).isEqualTo(1);
    ModelRecord model = read.resolve(ModelName.of("CHURN"));
    assertThat(model).isEqualTo(made.resolve(ModelName.of("churn")));
    ModelVersion version = model.defaultModelVersion();
    assertThat(version.version()).isEqualTo(1);
    assertThat(version.signature()).isEqualTo(Models.SIGNATURE);
    assertThat(version.labels()).containsExactly("cat", "dog");
    assertThat(version.options()).containsEntry("resize", "256");
    assertThat(version.source()).isEqualTo(artifact.toString());
    assertThat(version.createdBy()).isEqualTo("ada");
    assertThat(version.digest()).isEqualTo(Sha256.of("weights".getBytes(UTF_8)));
    ModelSource.File source = (ModelSource.File) reopened().artifact(version);
    assertThat(source.path()).hasContent("weights");
  }

  @Test
  void replacingAddsAVersionAndKeepsTheOld() throws IOException {
    Models.add(registry, "m", IfExists.ADD_VERSION, Models.artifact(folder, "one"));
    RegistrySnapshot first = registry.snapshot();
    RegistrySnapshot second =
        Models.add(registry, "m", IfExists.ADD_VERSION, Models.artifact(folder, "two"));

    ModelRecord model = second.resolve(ModelName.of("m"));
    assertThat(model.versions()).extracting(ModelVersion::version).containsExactly(1, 2);
    assertThat(model.defaultVersion()).isEqualTo(2);
    ModelRecord before = first.resolve(ModelName.of("m"));
    assertThat(before.versions()).hasSize(1);
    assertThat(((ModelSource.File) registry.artifact(before.defaultModelVersion())).path())
        .hasContent("one");
  }

  @Test
  void createFailsOrKeepsWhereAModelIsThere() throws IOException {
    Path artifact = Models.artifact(folder, "one");
    Models.add(registry, "m", IfExists.FAIL, artifact);
    assertThatThrownBy(() -> Models.add(registry, "M", IfExists.FAIL, artifact))
        .isInstanceOf(CeriumException.class)
        .hasMessageContaining("[MODEL_ALREADY_EXISTS] The model 'm' exists already");
    Path other = Models.artifact(folder, "two");
    RegistrySnapshot kept = Models.add(registry, "m", IfExists.KEEP, other);
    assertThat(kept.commit()).isEqualTo(1);
    assertThat(kept.resolve(ModelName.of("m")).versions()).hasSize(1);
    assertThat(filesUnder(root.resolve("blobs"))).hasSize(1);
  }

  @Test
  void aDroppedModelStartsAgainAtVersionOne() throws IOException {
    Path artifact = Models.artifact(folder, "one");
    Models.add(registry, "m", IfExists.ADD_VERSION, artifact);
    RegistrySnapshot before = Models.add(registry, "m", IfExists.ADD_VERSION, artifact);
    RegistrySnapshot dropped = registry.commit(Models.drop("m"));
    assertThat(dropped.models()).isEmpty();
    assertThat(reopened().snapshot().find(ModelName.of("m"))).isEmpty();
    ModelVersion old = before.resolve(ModelName.of("m")).defaultModelVersion();
    assertThat(((ModelSource.File) registry.artifact(old)).path()).hasContent("one");

    ModelRecord again =
        Models.add(registry, "m", IfExists.FAIL, artifact).resolve(ModelName.of("m"));
    assertThat(again.versions()).extracting(ModelVersion::version).containsExactly(1);
    assertThat(filesUnder(root.resolve("blobs"))).hasSize(1);
  }

  @Test
  void droppingAMissingModelNamesTheNearest() throws IOException {
    Models.add(registry, "churn", IfExists.FAIL, Models.artifact(folder, "one"));
    Models.add(registry, "sales.fraud", IfExists.FAIL, Models.artifact(folder, "one"));
    assertThatThrownBy(() -> registry.commit(Models.drop("chrun")))
        .hasMessage(
            "[MODEL_NOT_FOUND] There is no model 'chrun'. Did you mean 'churn'? SHOW MODELS lists"
                + " the models there are. SQLSTATE: 42704");
    assertThatThrownBy(() -> registry.commit(Models.drop("fraud")))
        .hasMessageContaining("In another namespace there is 'sales.fraud'.");
    RegistrySnapshot unchanged =
        registry.commit(new RegistryChange.Drop(ModelName.of("nothing"), true, "ada"));
    assertThat(unchanged.commit()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../../etc/passwd", "a/b", "it's", "\"q\"", "%2e%2e", "名前 モデル", "~", "nul"})
  void anyNameIsKeptAndBecomesNoPath(String name) throws IOException {
    // Dots separate namespaces, hence none in a name of one part.
    String allowed = name.replace(".", "");
    Models.add(registry, allowed, IfExists.FAIL, Models.artifact(folder, "one"));
    assertThat(reopened().snapshot().find(ModelName.of(allowed))).isPresent();
    assertThat(filesUnder(folder).stream().map(p -> folder.relativize(p).toString()).toList())
        .allMatch(
            path ->
                path.matches(
                    "registry/(blobs/sha256/../[0-9a-f]{64}|commits/\\d{20}\\.json)|model-.*onnx"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"with space", "50%25", "ünïcode 模型", "a+b&c=d#e"})
  void anyFolderWillDo(String name) throws IOException {
    root = folder.resolve(name);
    Path artifact = Models.artifact(Files.createDirectory(folder.resolve("of " + name)), "one");
    Models.add(reopened(), "m", IfExists.FAIL, artifact);
    ModelRecord model = reopened().snapshot().resolve(ModelName.of("m"));
    ModelSource.File source = (ModelSource.File) reopened().artifact(model.defaultModelVersion());
    assertThat(source.path()).startsWith(root).hasContent("one");
  }

  @Test
  void filesGetTheRightsThatTheUmaskGives() throws IOException {
    Path plain = Files.createFile(folder.resolve("plain"));
    Models.add(registry, "m", IfExists.FAIL, Models.artifact(folder, "one"));
    for (Path file : filesUnder(root)) {
      assertThat(Files.getPosixFilePermissions(file))
          .isEqualTo(Files.getPosixFilePermissions(plain))
          .doesNotContain(PosixFilePermission.OTHERS_WRITE);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3a://bucket/models", "abfss://a@b/models", "http://host/models"})
  void aFileSystemWithoutExclusiveCreateIsRefused(String location) {
    assertThatThrownBy(() -> new FileModelRegistry(location, CONFIGURATION))
        .hasMessageStartingWith(
            "[REGISTRY_UNSUPPORTED_FILE_SYSTEM] The model registry cannot live at '" + location)
        .hasMessageContaining("has no way to create a file only if it is absent")
        .hasMessageContaining("Set spark.cerium.registry.location to a folder on a local disk");
  }

  @Test
  void theDefaultFileSystemCountsWhereNoSchemeIsGiven() {
    Configuration onS3 = new Configuration(CONFIGURATION);
    onS3.set("fs.defaultFS", "s3a://bucket");
    assertThatThrownBy(() -> new FileModelRegistry("/models", onS3))
        .hasMessageContaining("[REGISTRY_UNSUPPORTED_FILE_SYSTEM]")
        .hasMessageContaining("'s3a:'");
    assertThat(new FileModelRegistry("file:" + root, onS3).location()).hasToString("file:" + root);
  }

  @Test
  void aLocationThatIsNoPathIsRefused() {
    assertThatThrownBy(() -> new FileModelRegistry("a:b", CONFIGURATION))
        .hasMessageContaining(
            "[SETTING_INVALID] The setting spark.cerium.registry.location cannot be 'a:b'");
  }

  @Test
  void aNewCommentReplacesTheOldAndNoneKeepsIt() throws IOException {
    for (String comment : List.of("first", "", "second", "")) {
      try (StagedArtifact staged = registry.stage(Models.artifact(folder, "one").toString())) {
        registry.commit(
            new RegistryChange.AddVersion(
                ModelName.of("m"),
                IfExists.ADD_VERSION,
                staged,
                "onnx",
                Models.SIGNATURE,
                Map.of(),
                List.of(),
                comment,
                "user of " + comment));
      }
    }
    ModelRecord model = reopened().snapshot().resolve(ModelName.of("m"));
    assertThat(model.comment()).isEqualTo("second");
    assertThat(model.owner()).isEqualTo("user of first");
    assertThat(model.updatedAt()).isEqualTo(model.defaultModelVersion().createdAt());
  }

  @ParameterizedTest
  @CsvSource({"21000000, 1", "1, 21000000"})
  void textsOfAnyLengthAreReadAgain(int comment, int metadata) throws IOException {
    Signature plain = Models.SIGNATURE;
    Signature wordy =
        new Signature(
            plain.format(),
            plain.inputs(),
            plain.outputs(),
            plain.ends(),
            plain.fixedBatch(),
            Map.of("author", "m".repeat(metadata)));
    try (StagedArtifact staged = registry.stage(Models.artifact(folder, "one").toString())) {
      registry.commit(
          new RegistryChange.AddVersion(
              ModelName.of("m"),
              IfExists.FAIL,
              staged,
              "onnx",
              wordy,
              Map.of(),
              List.of(),
              "c".repeat(comment),
              "ada"));
    }
    ModelRecord model = reopened().snapshot().resolve(ModelName.of("m"));
    assertThat(model.comment().length()).isEqualTo(comment);
    assertThat(model.defaultModelVersion().signature().metadata().get("author").length())
        .isEqualTo(metadata);
  }
}
