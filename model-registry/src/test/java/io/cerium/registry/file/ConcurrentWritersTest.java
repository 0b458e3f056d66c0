package io.cerium.registry.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.registry.ModelName;
import io.cerium.registry.ModelRecord;
import io.cerium.registry.ModelVersion;
import io.cerium.registry.RegistryChange.IfExists;
import io.cerium.registry.RegistrySnapshot;
import io.cerium.registry.StagedArtifact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ConcurrentWritersTest {
  private static final Configuration CONFIGURATION = new Configuration();
  private static final int THREADS = 8;
  private static final int COMMITS = 25;

  @TempDir Path folder;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  private FileModelRegistry reopened() {
    return new FileModelRegistry(folder.resolve("registry").toString(), CONFIGURATION);
  }

  /** What the threads answer, each with a registry of its own, as other processes have. */
  private <T> List<T> byAll(Work<T> work) throws Exception {
    List<Future<T>> answers = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      int thread = i;
      answers.add(threads.submit(() -> work.of(thread, reopened())));
    }
    List<T> results = new ArrayList<>();
    for (Future<T> answer : answers) {
      results.add(answer.get(100, TimeUnit.SECONDS));
    }
    return results;
  }

  private interface Work<T> {
    T of(int thread, FileModelRegistry registry) throws Exception;
  }

  @Test
  void versionsOfOneModelAreDistinctAndWithoutGaps() throws Exception {
    List<List<Integer>> mine =
        byAll(
            (thread, registry) -> {
              List<Integer> versions = new ArrayList<>();
              Path artifact = Models.artifact(folder, "weights of " + thread % 2);
              for (int i = 0; i < COMMITS; i++) {
                RegistrySnapshot made = Models.add(registry, "m", IfExists.ADD_VERSION, artifact);
                versions.add(made.resolve(ModelName.of("m")).defaultVersion());
              }
              return versions;
            });

    List<Integer> all = IntStream.rangeClosed(1, THREADS * COMMITS).boxed().toList();
    assertThat(mine.stream().flatMap(List::stream).sorted().toList()).isEqualTo(all);
    assertThat(mine).allMatch(versions -> versions.stream().sorted().toList().equals(versions));
    RegistrySnapshot snapshot = reopened().snapshot();
    assertThat(snapshot.commit()).isEqualTo(THREADS * COMMITS);
    ModelRecord model = snapshot.resolve(ModelName.of("m"));
    assertThat(model.versions()).extracting(ModelVersion::version).isEqualTo(all);
  }

  @Test
  void onlyOneCreatesAName() throws Exception {
    Path artifact = Models.artifact(folder, "weights");
    for (int round = 0; round < 20; round++) {
      String name = "m" + round;
      List<Boolean> made =
          byAll(
              (thread, registry) -> {
                try {
                  Models.add(registry, name, IfExists.FAIL, artifact);
                  return true;
                } catch (CeriumException e) {
                  assertThat(e.code()).isEqualTo(ErrorCode.MODEL_ALREADY_EXISTS);
                  return false;
                }
              });
      assertThat(made).containsOnlyOnce(true);
    }
    assertThat(reopened().snapshot().models()).hasSize(20);
  }

  @Test
  void readersSeeStatesThatOnlyGrow() throws Exception {
    byAll(
        (thread, registry) -> {
          if (thread < 2) {
            try (StagedArtifact staged =
                registry.stage(Models.artifact(folder, "weights").toString())) {
              for (int i = 0; i < COMMITS; i++) {
                registry.commit(Models.addition("m" + thread, IfExists.ADD_VERSION, staged));
              }
            }
            return 0L;
          }
          long seen = 0;
          while (seen < 2 * COMMITS) {
            RegistrySnapshot snapshot = registry.snapshot();
            assertThat(snapshot.commit()).isGreaterThanOrEqualTo(seen);
            int versions = snapshot.models().stream().mapToInt(m -> m.versions().size()).sum();
            assertThat((long) versions).isEqualTo(snapshot.commit());
            seen = snapshot.commit();
          }
          return seen;
        });
  }

  @Test
  void aWriterThatNeverComesFirstGivesUp() throws IOException {
    Path commits = Files.createDirectories(folder.resolve("registry/commits"));
    // A link to nowhere cannot be read, yet takes the number at each try.
    Files.createSymbolicLink(
        commits.resolve(String.format("%020d.json", 1)), folder.resolve("nowhere"));
    Path artifact = Models.artifact(folder, "weights");
    assertThatThrownBy(() -> Models.add(reopened(), "m", IfExists.FAIL, artifact))
        .hasMessage(
            "[REGISTRY_CONFLICT] The model 'm' was changed by another session at the same time."
                + " Run the statement again. SQLSTATE: 40KD1");
  }
}
