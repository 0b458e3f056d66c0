package io.cerium.engine.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerium.engine.error.CeriumException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How OpenCV is loaded, seen from processes that load it anew. */
class OpenCvTest {
  @TempDir private Path temporary;

  /** The process: decodes twice and tells what came of it. */
  static final class DecodeTwice {
    public static void main(String[] arguments) throws IOException {
      Files.write(Path.of(arguments[0]), List.of(decode(), decode()));
    }

    private static String decode() {
      try {
        return TestImages.decode(TestImages.file("rgb.png")).width() + " wide";
      } catch (CeriumException e) {
        return e.getMessage();
      }
    }
  }

  @Test
  void unpacksIntoTheFolderOfTheProperty() throws Exception {
    Path folder = temporary.resolve("natives");
    String option = "-Dcerium.natives.dir=" + folder;
    assertThat(JavaProcess.run(DecodeTwice.class, "-Xmx64m", option))
        .containsExactly("40 wide", "40 wide");
    Path own = folder.resolve("javacpp");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own)))
        .isEqualTo("rwx------");
    try (Stream<Path> unpacked = Files.list(own)) {
      assertThat(unpacked.map(path -> path.getFileName().toString()))
          .anyMatch(name -> name.startsWith("opencv"));
    }
  }

  @Test
  void saysWhichLibraryIsNotThere() throws Exception {
    String classPath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(path -> !path.matches(".*/opencv-.*-linux-x86_64\\.jar"))
            .collect(Collectors.joining(File.pathSeparator));
    List<String> lines = JavaProcess.run(DecodeTwice.class, classPath, List.of("-Xmx64m"));
    assertThat(lines)
        .hasSize(2)
        .allSatisfy(
            line ->
                assertThat(line)
                    .startsWith(
                        "[NATIVE_LIBRARY_UNAVAILABLE] The native library 'OpenCV' cannot be")
                    .contains("Check that the jar with the library for Linux on x86_64 is on the")
                    .endsWith("SQLSTATE: 58KD3"));
  }

  @Test
  void refusesAFolderThatOthersCanWriteTo() throws IOException, InterruptedException {
    Path shared = Files.createDirectory(temporary.resolve("shared"));
    assertThat(shared.toFile().setWritable(true, false)).isTrue();
    String option = "-Dcerium.natives.dir=" + shared;
    assertThat(JavaProcess.run(DecodeTwice.class, "-Xmx64m", option))
        .last()
        .asString()
        .contains("other users can write to it. Set spark.cerium.natives.dir to a folder");
    assertThat(shared).isEmptyDirectory();
  }
}
