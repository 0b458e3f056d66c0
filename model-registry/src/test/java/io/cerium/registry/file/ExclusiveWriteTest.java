package io.cerium.registry.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExclusiveWriteTest {
  @TempDir Path folder;

  private org.apache.hadoop.fs.Path target(String name) {
    return new org.apache.hadoop.fs.Path(folder.resolve("deep/down").resolve(name).toUri());
  }

  @Test
  void ofAllThatWriteAtOnceOneWins() throws Exception {
    int threads = 8;
    ExclusiveWrite write = new LocalLink(folder.resolve("tmp"));
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    CyclicBarrier start = new CyclicBarrier(threads);
    try {
      for (int round = 0; round < 100; round++) {
        String name = "file-" + round;
        List<Future<Boolean>> wins = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
          byte[] content = ("written by " + thread).getBytes(UTF_8);
          wins.add(
              pool.submit(
                  () -> {
                    start.await(30, TimeUnit.SECONDS);
                    return write.write(target(name), out -> out.write(content));
                  }));
        }
        List<Integer> winners = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
          if (wins.get(thread).get(30, TimeUnit.SECONDS)) {
            winners.add(thread);
          }
        }
        assertThat(winners).hasSize(1);
        assertThat(LocalLink.local(target(name))).hasContent("written by " + winners.get(0));
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(folder.resolve("tmp")).isEmptyDirectory();
  }

  @Test
  void aWriteThatFailsLeavesNothing() {
    ExclusiveWrite write = new LocalLink(folder.resolve("tmp"));
    assertThatThrownBy(
            () ->
                write.write(
                    target("half"),
                    out -> {
                      out.write(1);
                      throw new IOException("the source broke off");
                    }))
        .hasMessage("the source broke off");
    assertThat(LocalLink.local(target("half"))).doesNotExist();
    assertThat(folder.resolve("tmp")).isEmptyDirectory();
  }

  @Test
  void afterTheLinkNothingFailsAWrite() throws IOException {
    // Stand for a file that cannot be deleted and a folder that cannot be synced, also for root.
    Path full = Files.createDirectories(folder.resolve("full/below")).getParent();
    assertThatCode(() -> LocalLink.discard(full)).doesNotThrowAnyException();
    assertThat(full).exists();
    assertThatCode(() -> LocalLink.syncOrWarn(folder.resolve("gone/link")))
        .doesNotThrowAnyException();
  }

  @Test
  void aTemporaryFileThatStaysIsNoFailure() throws IOException {
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    ExclusiveWrite write = new LocalLink(temporary);
    try {
      boolean written =
          write.write(
              target("file"),
              out -> {
                Files.setPosixFilePermissions(
                    temporary, PosixFilePermissions.fromString("r-xr-xr-x"));
                Assumptions.assumeFalse(Files.isWritable(temporary), "root writes everywhere");
                out.write('a');
              });
      assertThat(written).isTrue();
      assertThat(temporary).isNotEmptyDirectory();
    } finally {
      Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  @Test
  void aFileThatIsThereIsLeftAlone() throws IOException {
    ExclusiveWrite write = new LocalLink(folder.resolve("tmp"));
    assertThat(write.write(target("file"), out -> out.write('a'))).isTrue();
    assertThat(write.write(target("file"), out -> out.write('b'))).isFalse();
    assertThat(Files.readString(LocalLink.local(target("file")))).isEqualTo("a");
  }
}
