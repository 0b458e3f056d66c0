package io.cerium.registry.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cerium.registry.ModelName;
import io.cerium.registry.ModelVersion;
import io.cerium.registry.RegistryChange.IfExists;
import io.cerium.registry.RegistrySnapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class WriterProcessTest {
  private static final Configuration CONFIGURATION = new Configuration();

  @TempDir Path folder;
  private Path root;
  private Path artifact;

  @BeforeEach
  void prepare() throws IOException {
    root = folder.resolve("registry");
    artifact = Models.artifact(folder, "weights".repeat(50_000));
  }

  private FileModelRegistry reopened() {
    return new FileModelRegistry(root.toString(), CONFIGURATION);
  }

  private static String outputOf(Process process) throws Exception {
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(output).isTrue();
    return output;
  }

  @Test
  void twoProcessesCommitAtOnce() throws Exception {
    Process first = WriterProcess.start(root, artifact, 40);
    Process second = WriterProcess.start(root, artifact, 40);
    assertThat(outputOf(first)).doesNotContain("Exception");
    assertThat(outputOf(second)).doesNotContain("Exception");
    List<ModelVersion> versions = reopened().snapshot().resolve(ModelName.of("m")).versions();
    assertThat(versions)
        .extracting(ModelVersion::version)
        .isEqualTo(IntStream.rangeClosed(1, 80).boxed().toList());
  }

  @Test
  void aWriterThatIsKilledLeavesWhatWasCommitted() throws Exception {
    for (int round = 0; round < 4; round++) {
      long before = reopened().snapshot().commit();
      Process writer = WriterProcess.start(root, artifact, Integer.MAX_VALUE);
      FileModelRegistry reader = reopened();
      await()
          .atMost(Duration.ofSeconds(60))
          .pollInterval(Duration.ofMillis(7))
          .until(() -> reader.snapshot().commit() > before + 5);
      assertThat(writer.destroyForcibly().waitFor(60, TimeUnit.SECONDS)).isTrue();

      RegistrySnapshot left = reopened().snapshot();
      assertThat(left).extracting(RegistrySnapshot::commit).isEqualTo(reader.snapshot().commit());
      reopened().artifact(left.resolve(ModelName.of("m")).defaultModelVersion());
      RegistrySnapshot next = Models.add(reopened(), "m", IfExists.ADD_VERSION, artifact);
      assertThat(next.commit()).isEqualTo(left.commit() + 1);
    }
  }

  @Test
  void aDiskTooFullForTheCopyLeavesNothing() throws Exception {
    Process writer = WriterProcess.start(root, artifact, 1, 2, "64");
    assertThat(outputOf(writer)).contains("[ARTIFACT_COPY_FAILED]").contains("File too large");
    assertThat(root).doesNotExist();
  }

  @Test
  void aDiskTooFullForTheRecordLeavesNoHalfModel() throws Exception {
    Path small = Models.artifact(folder, "weights");
    Process writer = WriterProcess.start(root, small, 1, 10_000, "64");
    assertThat(outputOf(writer))
        .contains("[REGISTRY_UNAVAILABLE]")
        .contains("cannot be written: File too large");
    assertThat(root.resolve("blobs")).isNotEmptyDirectory();
    assertThat(root.resolve("tmp")).isEmptyDirectory();
    assertThat(reopened().snapshot().models()).isEmpty();
    assertThat(Models.add(reopened(), "m", IfExists.FAIL, small).commit()).isEqualTo(1);
  }
}
