package io.cerium.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir Path parent;

  @Test
  void theSecondIsToldWhoHoldsTheFolderAndWhatToDo() throws Exception {
    Path folder = parent.resolve("with a space");
    try (DataFolder held = DataFolder.open(folder, "cerium-sql")) {
      assertThat(secondProcess(folder))
          .contains("The catalog in '" + folder + "' is in use by process")
          .contains(ProcessHandle.current().pid() + " (cerium-sql), since 20")
          .contains("choose another folder with --data DIR")
          .contains("cerium-server --data '" + folder + "'");
      held.announce("jdbc:hive2://127.0.0.1:10000");
      assertThat(secondProcess(folder))
          .contains("It is a server: connect to jdbc:hive2://127.0.0.1:10000, or");
    }
    assertThat(secondProcess(folder)).isEqualTo("free");
    assertThat(folder.resolve("lock")).isEmptyFile();
  }

  @Test
  void nothingStaysOfALongerTextThatWasThere() throws IOException {
    Path lock = parent.resolve("lock");
    String crashed = "4194304\n2026-01-01 00:00:00\ncerium-server\njdbc:hive2://127.0.0.1:10000";
    Files.writeString(lock, crashed);
    try (DataFolder held = DataFolder.open(parent, "sql")) {
      assertThat(Files.readString(lock)).endsWith("\nsql\n");
      held.announce("jdbc:hive2://127.0.0.1:10000");
      held.announce("jdbc:hive2://[::1]:1");
      assertThat(Files.readString(lock)).endsWith("\nsql\njdbc:hive2://[::1]:1");
    }
  }

  @Test
  void theFolderAndItsFilesAreTheUsersAlone() throws IOException {
    Path folder = parent.resolve("new/data");
    try (DataFolder held = DataFolder.open(folder, "cerium-sql")) {
      assertThat(rights(folder)).isEqualTo("rwx------");
      assertThat(rights(folder.resolve("lock"))).isEqualTo("rw-------");
      assertThat(rights(held.history())).isEqualTo("rw-------");
    }
  }

  @Test
  void filesOfAFolderThatIsThereBecomeTheUsersAlone() throws IOException {
    Path folder = Files.createDirectory(parent.resolve("old"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    for (String name : List.of("lock", "history")) {
      Path file = Files.writeString(folder.resolve(name), "SELECT 1;\n");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    }
    try (DataFolder held = DataFolder.open(folder, "cerium-sql")) {
      assertThat(rights(folder)).as("left as the user made it").isEqualTo("rwxr-xr-x");
      assertThat(rights(folder.resolve("lock"))).isEqualTo("rw-------");
      assertThat(rights(held.history())).isEqualTo("rw-------");
      assertThat(held.history()).hasContent("SELECT 1;\n");
    }
  }

  private static String rights(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void oneProcessHoldsAFolderOnce() {
    try (DataFolder held = DataFolder.open(parent, "first")) {
      assertThat(held.settings()).containsKey("spark.sql.warehouse.dir");
      assertThatThrownBy(() -> DataFolder.open(parent, "second"))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("(first)");
    }
  }

  @Test
  void aFolderThatCannotBeIsRefusedInWords() throws IOException {
    Path file = Files.createFile(parent.resolve("file"));
    assertThatThrownBy(() -> DataFolder.open(file, "x"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("'" + file + "' cannot be used for tables and models");
    assertThatThrownBy(() -> DataFolder.open(parent.resolve("a;b"), "x"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("semicolon");
  }

  @Test
  void noFileElsewhereIsOverwritten() throws IOException {
    Path precious = Files.writeString(parent.resolve("precious"), "kept");
    Files.setPosixFilePermissions(precious, PosixFilePermissions.fromString("rw-r--r--"));
    Path lock = Files.createSymbolicLink(parent.resolve("lock"), precious);
    assertThatThrownBy(() -> DataFolder.open(parent, "x"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("'" + lock + "' is a symbolic link")
        .hasMessageContaining("Remove it, or choose another folder");
    assertThat(precious).hasContent("kept");
    assertThat(rights(precious)).isEqualTo("rw-r--r--");
  }

  private static String secondProcess(Path folder) throws Exception {
    Process second =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SecondProcess.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(second.getInputStream().readAllBytes(), UTF_8).strip();
    assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return said;
  }
}
