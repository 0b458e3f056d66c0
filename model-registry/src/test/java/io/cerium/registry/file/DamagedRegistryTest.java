package io.cerium.registry.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.registry.ModelName;
import io.cerium.registry.ModelVersion;
import io.cerium.registry.RegistryChange.IfExists;
import io.cerium.registry.StagedArtifact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedRegistryTest {
  private static final Configuration CONFIGURATION = new Configuration();

  @TempDir Path folder;
  private Path root;
  private Path artifact;

  @BeforeEach
  void fill() throws IOException {
    root = folder.resolve("registry");
    artifact = Models.artifact(folder, "weights");
    Models.add(reopened(), "a", IfExists.FAIL, artifact);
    Models.add(reopened(), "b", IfExists.FAIL, artifact);
    Models.add(reopened(), "c", IfExists.FAIL, artifact);
  }

  private FileModelRegistry reopened() {
    return new FileModelRegistry(root.toString(), CONFIGURATION);
  }

  private Path commit(long number) {
    return root.resolve("commits").resolve(String.format("%020d.json", number));
  }

  private Path blob() {
    String digest = version().digest();
    return root.resolve("blobs/sha256").resolve(digest.substring(0, 2)).resolve(digest);
  }

  private ModelVersion version() {
    return reopened().snapshot().resolve(ModelName.of("a")).defaultModelVersion();
  }

  private CeriumException failure() {
    return catchThrowableOfType(CeriumException.class, () -> reopened().snapshot());
  }

  @Test
  void aRecordCutOffAnywhereIsReported() throws IOException {
    byte[] whole = Files.readAllBytes(commit(3));
    for (int length = 0; length < whole.length; length++) {
      Files.write(commit(3), Arrays.copyOf(whole, length));
      assertThat(failure().code()).as("%d bytes", length).isEqualTo(ErrorCode.REGISTRY_CORRUPT);
    }
    assertThat(failure())
        .hasMessageContaining("the commit record 'file:" + commit(3) + "' cannot be trusted: it is")
        .hasMessageContaining("Restore the file from a copy.");
  }

  @Test
  void aRecordWithAnyByteChangedIsReported() throws IOException {
    byte[] whole = Files.readAllBytes(commit(3));
    for (int i = 0; i < whole.length; i++) {
      byte[] changed = whole.clone();
      changed[i] ^= 1;
      Files.write(commit(3), changed);
      assertThat(failure().code()).as("byte %d", i).isEqualTo(ErrorCode.REGISTRY_CORRUPT);
    }
  }

  @Test
  void theRemedyBringsBackTheStateBefore() throws IOException {
    Files.writeString(commit(2), "{");
    assertThat(failure().code()).isEqualTo(ErrorCode.REGISTRY_CORRUPT);
    Files.delete(commit(2));
    Files.delete(commit(3));
    assertThat(reopened().snapshot().models())
        .extracting(m -> m.name().name())
        .containsExactly("a");
    assertThat(Models.add(reopened(), "d", IfExists.FAIL, artifact).commit()).isEqualTo(2);
  }

  @Test
  void aRecordThatIsMissingIsReported() throws IOException {
    Files.delete(commit(2));
    assertThat(failure())
        .hasMessageContaining("[REGISTRY_CORRUPT]")
        .hasMessageContaining(commit(2) + "' is missing, but later ones are there");
    Files.delete(commit(1));
    assertThat(failure()).hasMessageContaining(commit(1) + "' is missing");
  }

  @Test
  void aRecordOfAnotherRegistryIsReported() throws IOException {
    Path first = commit(3);
    byte[] foreign = Files.readAllBytes(first);
    root = folder.resolve("other");
    Models.add(reopened(), "x", IfExists.FAIL, artifact);
    Models.add(reopened(), "y", IfExists.FAIL, artifact);
    Files.write(commit(3), foreign);
    assertThat(failure()).hasMessageContaining("does not follow on the record before it");
  }

  @Test
  void aNewerFormatIsRefused() throws IOException {
    Path newer = Path.of("src/test/resources/registry-format-2/commits");
    Files.copy(newer.resolve(commit(1).getFileName()), commit(4));
    assertThat(failure())
        .hasMessage(
            "[REGISTRY_FORMAT_UNSUPPORTED] The model registry at 'file:%s' was written by a newer"
                + " version: format 2, this version reads up to 1. Use a newer Cerium. SQLSTATE:"
                + " 0AKD3",
            root);
  }

  @Test
  void foreignFilesDoNotMatter() throws IOException {
    Files.writeString(root.resolve("commits/.00000000000000000004.json.swp"), "");
    Files.writeString(root.resolve("commits/notes.txt"), "");
    Files.writeString(root.resolve("tmp/left-over"), "{");
    assertThat(reopened().snapshot().commit()).isEqualTo(3);
    assertThat(Models.add(reopened(), "d", IfExists.FAIL, artifact).commit()).isEqualTo(4);
  }

  @Test
  void anArtifactThatChangedOnDiskIsNotServed() throws IOException {
    ModelVersion version = version();
    FileModelRegistry registry = reopened();
    registry.artifact(version);
    Files.writeString(blob(), "weigh");
    assertThatThrownBy(() -> registry.artifact(version))
        .hasMessageContaining("[REGISTRY_CORRUPT]")
        .hasMessageContaining("it has 5 bytes with another checksum, 7 were stored");
    Files.writeString(blob(), "weightS");
    assertThatThrownBy(() -> reopened().artifact(version))
        .hasMessageContaining("[REGISTRY_CORRUPT]");
    assertThatThrownBy(() -> Models.add(reopened(), "d", IfExists.FAIL, artifact))
        .hasMessageContaining("delete it and create the model again from its source");
  }

  @Test
  void anArtifactThatIsGoneComesBackByCreatingAgain() throws IOException {
    Files.delete(blob());
    assertThatThrownBy(() -> reopened().artifact(version()))
        .hasMessageContaining("[REGISTRY_CORRUPT]")
        .hasMessageContaining("' is gone. Restore it from a copy");
    Models.add(reopened(), "a", IfExists.ADD_VERSION, artifact);
    reopened().artifact(version());
    assertThat(blob()).hasContent("weights");
  }

  @Test
  void aStagedCopyThatChangedIsNotCommitted() throws IOException {
    FileModelRegistry registry = reopened();
    try (StagedArtifact staged = registry.stage(Models.artifact(folder, "new").toString())) {
      Files.writeString(staged.file(), "bad");
      assertThatThrownBy(() -> registry.commit(Models.addition("d", IfExists.FAIL, staged)))
          .hasMessageContaining("was changed before it was committed");
    }
    assertThat(reopened().snapshot().commit()).isEqualTo(3);
    assertThat(root.resolve("tmp")).isEmptyDirectory();
  }

  @Test
  void aRegistryThatWasReplacedWhileOpenIsReadAnew() throws IOException {
    FileModelRegistry open = reopened();
    assertThat(open.snapshot().models()).hasSize(3);
    Files.move(root, folder.resolve("away"));
    assertThat(open.snapshot().commit()).isZero();
    Models.add(open, "new", IfExists.FAIL, artifact);
    assertThat(open.snapshot().models()).extracting(m -> m.name().name()).containsExactly("new");
  }

  @Test
  void aRegistryThatCannotBeWrittenIsReported() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    FileModelRegistry registry = new FileModelRegistry(file.toString(), CONFIGURATION);
    assertThatThrownBy(() -> Models.add(registry, "m", IfExists.FAIL, artifact))
        .hasMessageContaining("[REGISTRY_UNAVAILABLE]")
        .hasMessageContaining("cannot be written: '" + file + "' is no folder.");
  }

  @Test
  void aForeignFileIsPassedOver() throws IOException {
    for (String name :
        new String[] {"99999999999999999999.json", "09999999999999999999.json", "notes.json"}) {
      Files.writeString(root.resolve("commits").resolve(name), "{}");
    }
    assertThat(reopened().snapshot().commit()).isEqualTo(3);
    Models.add(reopened(), "d", IfExists.FAIL, artifact);
    assertThat(reopened().snapshot().commit()).isEqualTo(4);
  }
}
