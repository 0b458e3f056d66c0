package io.cerium.engine.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerium.engine.error.CeriumException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackedLibrariesTest {
  private static final List<String> LIBRARIES = List.of("toy", "toy_more", "toy_cuda");

  @TempDir private Path root;
  @TempDir private Path elsewhere;

  private Path unpack() throws IOException {
    return UnpackedLibraries.unpack(root, getClass(), "/natives/", LIBRARIES);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void whatTheJarHasLiesInOneFolderNamedByItsContent() throws IOException {
    Path folder = unpack();
    assertThat(folder.getFileName().toString()).matches("toy-[0-9a-f]{16}");
    assertThat(names(folder)).containsExactly("libtoy.so", "libtoy_more.so");
    assertThat(folder.resolve("libtoy.so")).hasContent("not really a library\n");
  }

  @Test
  void theFolderIsTheUsersAlone() throws IOException {
    Path folder = unpack();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx---rwx"));
    assertThatThrownBy(this::unpack)
        .isInstanceOf(CeriumException.class)
        .hasMessageContaining("other users can write to it");
  }

  @Test
  void whatIsThereIsLeftAlone() throws IOException {
    Path file = unpack().resolve("libtoy.so");
    Object before = Files.getAttribute(file, "unix:ino");
    assertThat(unpack().resolve("libtoy.so")).isEqualTo(file);
    assertThat(Files.getAttribute(file, "unix:ino")).isEqualTo(before);
  }

  @Test
  void aDamagedFileIsReplacedNotWrittenInto() throws IOException {
    Path file = unpack().resolve("libtoy.so");
    Files.writeString(file, "not really");
    Object before = Files.getAttribute(file, "unix:ino");
    unpack();
    assertThat(file).hasContent("not really a library\n");
    assertThat(Files.getAttribute(file, "unix:ino")).isNotEqualTo(before);
    assertThat(names(file.getParent())).hasSize(2);
  }

  @Test
  void whatFailsHalfwayLeavesNothingAside() throws Exception {
    Path library = Files.createDirectory(elsewhere.resolve("natives")).resolve("libtoy.so");
    Files.writeString(library, "soon gone");
    URL[] jars = {
      elsewhere.toUri().toURL(), getClass().getProtectionDomain().getCodeSource().getLocation()
    };
    try (URLClassLoader loader = new GoneWhenWritten(jars, library)) {
      Class<?> anchor = loader.loadClass(getClass().getName());
      assertThatThrownBy(() -> UnpackedLibraries.unpack(root, anchor, "/natives/", LIBRARIES))
          .isInstanceOf(FileNotFoundException.class)
          .hasMessageContaining(library.toString());
    }
    assertThat(names(root)).hasSize(1);
    assertThat(names(root.resolve(names(root).get(0)))).isEmpty();
  }

  /** A library is asked for to know that it is there, to know its digest, and to be written. */
  private static final class GoneWhenWritten extends URLClassLoader {
    private final Path library;
    private int asked;

    GoneWhenWritten(URL[] jars, Path library) {
      super(jars, null);
      this.library = library;
    }

    @Override
    public URL findResource(String name) {
      URL found = super.findResource(name);
      if (name.endsWith("/libtoy.so") && ++asked == 3) {
        assertThat(library.toFile().delete()).isTrue();
      }
      return found;
    }
  }

  @Test
  void aMachineThatTheJarDoesNotServeIsTold() {
    assertThatThrownBy(
            () -> UnpackedLibraries.unpack(root, getClass(), "/natives/", List.of("no", "toy")))
        .isInstanceOf(FileNotFoundException.class)
        .hasMessageContaining("no build of it for this machine");
  }
}
