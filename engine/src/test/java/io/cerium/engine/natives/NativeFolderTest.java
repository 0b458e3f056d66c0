package io.cerium.engine.natives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerium.engine.error.CeriumException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeFolderTest {
  @TempDir private Path temporary;

  @Test
  void makesAMissingFolderForTheUserAlone() throws IOException {
    Path folder = NativeFolder.check(temporary.resolve("a/b"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void takesAFolderThatIsThereAlready() {
    Path folder = NativeFolder.check(temporary.resolve("a"));
    assertThat(NativeFolder.check(folder)).isEqualTo(folder);
  }

  @Test
  void refusesAFolderThatOthersCanWriteTo() throws IOException {
    for (String rights : new String[] {"rwxrwx---", "rwx----w-"}) {
      Path folder = temporary.resolve(rights);
      Files.createDirectory(folder);
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(rights));
      assertThatThrownBy(() -> NativeFolder.check(folder))
          .isInstanceOf(CeriumException.class)
          .hasMessageContaining("[NATIVE_LIBRARY_UNAVAILABLE]")
          .hasMessageContaining("other users can write to it")
          .hasMessageContaining("Set spark.cerium.natives.dir");
    }
  }

  @Test
  void foldersInsideAreUnderTheSameRules() throws IOException {
    Path folder = NativeFolder.inside(temporary, "inside");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    assertThatThrownBy(() -> NativeFolder.inside(temporary, "inside"))
        .isInstanceOf(CeriumException.class)
        .hasMessageContaining("'" + folder + "'")
        .hasMessageContaining("other users can write to it");
  }

  @Test
  void refusesASymbolicLink() throws IOException {
    Path target = Files.createDirectory(temporary.resolve("target"));
    Path link = Files.createSymbolicLink(temporary.resolve("link"), target);
    assertThatThrownBy(() -> NativeFolder.check(link))
        .isInstanceOf(CeriumException.class)
        .hasMessageContaining("symbolic link");
  }

  @Test
  void refusesAFileInItsPlace() throws IOException {
    Path file = Files.createFile(temporary.resolve("file"));
    assertThatThrownBy(() -> NativeFolder.check(file))
        .isInstanceOf(CeriumException.class)
        .hasMessageContaining("it is no folder");
    assertThatThrownBy(() -> NativeFolder.check(file.resolve("below")))
        .isInstanceOf(CeriumException.class)
        .hasMessageContaining("it cannot be made or written");
  }

  @Test
  void staysTheSameOnceResolved() {
    Path folder = NativeFolder.resolve();
    NativeFolder.configure(temporary.resolve("too-late"));
    assertThat(NativeFolder.resolve()).isEqualTo(folder).isDirectory();
    assertThat(temporary.resolve("too-late")).doesNotExist();
  }
}
