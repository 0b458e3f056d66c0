package io.cerium.engine.natives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerium.engine.error.CeriumException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NativeLibraryTest {
  @Test
  void loadsOnceForAllThreads() throws Exception {
    List<Path> folders = java.util.Collections.synchronizedList(new ArrayList<>());
    NativeLibrary library = new NativeLibrary("it", folders::add);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<?>> loads = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        loads.add(threads.submit(library::load));
      }
      for (Future<?> load : loads) {
        load.get(1, TimeUnit.MINUTES);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(folders).containsExactly(NativeFolder.resolve());
  }

  @Test
  void explainsAFailureEachTimeAndTriesOnce() {
    List<Path> attempts = new ArrayList<>();
    NativeLibrary library =
        new NativeLibrary(
            "it",
            folder -> {
              attempts.add(folder);
              System.load(folder.resolve("no-such-library.so").toString());
            });
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(library::load)
          .isInstanceOf(CeriumException.class)
          .hasMessageContaining("[NATIVE_LIBRARY_UNAVAILABLE] The native library 'it' cannot be")
          .hasMessageContaining("no-such-library.so")
          .hasCauseInstanceOf(UnsatisfiedLinkError.class);
    }
    assertThat(attempts).hasSize(1);
  }

  @Test
  void aFolderThatIsMendedIsTriedAgain(@TempDir Path temporary) throws IOException {
    Path inside = Files.createFile(temporary.resolve("inside"));
    NativeLibrary library =
        new NativeLibrary("it", folder -> NativeFolder.inside(temporary, "inside"));
    assertThatThrownBy(library::load)
        .isInstanceOf(CeriumException.class)
        .hasMessageContaining("'" + inside + "'")
        .hasMessageContaining("it is no folder");
    Files.delete(inside);
    assertThatCode(library::load).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "libx.so: failed to map segment from shared object|Linux|amd64|noexec|another file system",
        "No space left on device|Linux|amd64|is full|Free some 200 MB",
        "/lib64/libc.so.6: version `GLIBC_2.34' not found|Linux|amd64|too old|glibc 2.28 or newer",
        "no jniopencv_core in java.library.path|Linux|aarch64|Linux on aarch64|Run on Linux on",
        "no jniopencv_core in java.library.path|Mac OS X|x86_64|Mac OS X on x86_64|Run on Linux on",
        "no jniopencv_core in java.library.path|Linux|amd64|no jniopencv_core|Check that the jar",
      })
  void saysWhatIsMissing(
      String text, String system, String processor, String reason, String remedy) {
    LoadFailure failure = LoadFailure.of(text, system, processor, Path.of("/folder"));
    assertThat(failure.reason()).contains(reason);
    assertThat(failure.remedy()).contains(remedy).endsWith(".");
  }

  @Test
  void aFullDiskIsFoundOutWhereTheFailureDoesNotTell() {
    // A file system that has no room for anything.
    Path full = Path.of("/proc");
    assertThat(LoadFailure.of(new LinkageError("no jniopencv_core"), full).reason())
        .isEqualTo("the disk of the folder '/proc' is full");
  }

  @Test
  void findsTheReasonBelowWrappers() {
    Throwable failure =
        new ExceptionInInitializerError(
            new IllegalStateException("wrapped", new java.io.IOException("No space left")));
    assertThat(LoadFailure.of(failure, Path.of("/folder")).reason())
        .isEqualTo("the disk of the folder '/folder' is full");
    assertThatCode(() -> LoadFailure.of(new LinkageError(), Path.of("/folder")))
        .doesNotThrowAnyException();
  }
}
