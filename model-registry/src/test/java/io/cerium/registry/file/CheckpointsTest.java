package io.cerium.registry.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerium.registry.ModelRecord;
import io.cerium.registry.RegistryChange.IfExists;
import io.cerium.registry.RegistrySnapshot;
import io.cerium.registry.StagedArtifact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {
  private static final Configuration CONFIGURATION = new Configuration();
  private static final int COMMITS = 2 * Checkpoints.INTERVAL + 3;

  @TempDir Path folder;
  private Path root;
  private List<ModelRecord> expected;

  @BeforeEach
  void fill() throws IOException {
    root = folder.resolve("registry");
    FileModelRegistry registry = reopened();
    try (StagedArtifact staged = registry.stage(Models.artifact(folder, "weights").toString())) {
      for (int i = 1; i < COMMITS; i++) {
        registry.commit(Models.addition("m" + i % 5, IfExists.ADD_VERSION, staged));
      }
    }
    expected = registry.commit(Models.drop("m3")).models();
  }

  private FileModelRegistry reopened() {
    return new FileModelRegistry(root.toString(), CONFIGURATION);
  }

  private Path numbered(String kind, long number) {
    return root.resolve(kind).resolve(String.format("%020d.json", number));
  }

  private void assertSame(RegistrySnapshot snapshot) {
    assertThat(snapshot.commit()).isEqualTo(COMMITS);
    assertThat(snapshot.models()).isEqualTo(expected);
  }

  @Test
  void aReaderStartsAtTheNewestCheckpoint() throws IOException {
    assertThat(root.resolve("checkpoints").toFile().list()).hasSize(2);
    // Proof that what lies before it is not read.
    Files.writeString(numbered("commits", 1), "{");
    assertSame(reopened().snapshot());
  }

  @Test
  void replayAndCheckpointTellTheSame() throws IOException {
    Files.delete(numbered("checkpoints", 32));
    Files.delete(numbered("checkpoints", 64));
    assertSame(reopened().snapshot());
  }

  @Test
  void aCheckpointThatCannotBeTrustedIsPassedOver() throws IOException {
    byte[] whole = Files.readAllBytes(numbered("checkpoints", 64));
    Files.write(numbered("checkpoints", 64), Arrays.copyOf(whole, whole.length / 2));
    assertSame(reopened().snapshot());
    // A whole one, but of another commit.
    Files.copy(
        numbered("checkpoints", 32),
        numbered("checkpoints", 64),
        StandardCopyOption.REPLACE_EXISTING);
    assertSame(reopened().snapshot());
  }

  @Test
  void aCheckpointAheadOfItsCommitsIsPassedOver() throws IOException {
    for (long number = 60; number <= COMMITS; number++) {
      Files.delete(numbered("commits", number));
    }
    assertThat(reopened().snapshot().commit()).isEqualTo(59);
  }

  @Test
  void aSnapshotOfAnUnchangedRegistryIsCheap() {
    FileModelRegistry registry = reopened();
    RegistrySnapshot first = registry.snapshot();
    int rounds = 2000;
    long start = System.nanoTime();
    for (int i = 0; i < rounds; i++) {
      assertThat(registry.snapshot()).isSameAs(first);
    }
    double millis = (System.nanoTime() - start) / 1e6 / rounds;
    assertThat(millis).isLessThan(2);
  }
}
