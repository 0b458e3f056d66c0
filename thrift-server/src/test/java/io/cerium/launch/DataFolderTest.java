package io.cerium.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir Path parent;

  @Test
  void theSecondIsToldWhoHoldsTheFolderAndWhatToDo() throws Exception {
    Path folder = parent.resolve("with a space");
    try (DataFolder held = DataFolder.open(folder, "cerium-sql -f x.sql\nmore")) {
      assertThat(secondProcess(folder))
          .contains("The catalog in '" + folder + "' is in use by process")
          .contains(ProcessHandle.current().pid() + " (cerium-sql -f x.sql), since 20")
          .contains("choose another folder with --data DIR")
          .contains("cerium-server --data '" + folder + "'");
      held.announce("jdbc:hive2://127.0.0.1:10000");
      assertThat(secondProcess(folder))
          .contains("It is a server: connect to jdbc:hive2://127.0.0.1:10000, or");
    }
    assertThat(secondProcess(folder)).isEqualTo("free");
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
