package io.cerium.tests.sparkscript;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The jar of Spark's own SQL tests, with the scripts and the data of their tables. */
final class ScriptJar implements AutoCloseable {
  private static final String FILE_NAME = "spark-sql_.*-tests\\.jar";

  private final FileSystem files;
  private final Path scripts;

  private ScriptJar(FileSystem files) {
    this.files = files;
    this.scripts = files.getPath("/sql-tests/inputs");
  }

  /** Opens the one on the class path, where the Maven profile {@code spark-scripts} puts it. */
  static ScriptJar open() throws IOException {
    Path jar =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .filter(ScriptJar::is)
            .findAny()
            .orElseThrow(() -> new IllegalStateException("the profile spark-scripts is not on"));
    return new ScriptJar(FileSystems.newFileSystem(jar));
  }

  /** Whether an entry of a class path is such a jar. */
  static boolean is(Path entry) {
    return entry.getFileName().toString().matches(FILE_NAME);
  }

  /** The names of all scripts, in order. */
  List<String> names() throws IOException {
    try (Stream<Path> found = Files.walk(scripts)) {
      return found
          .map(file -> scripts.relativize(file).toString())
          .filter(name -> name.endsWith(".sql"))
          .sorted()
          .toList();
    }
  }

  SparkScript script(String name) {
    return SparkScript.read(name, this::lines);
  }

  private List<String> lines(String name) {
    try {
      return Files.readAllLines(scripts.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the data of the tables into a folder. */
  void copyData(Path folder) throws IOException {
    try (Stream<Path> found = Files.list(files.getPath("/test-data/postgresql"))) {
      for (Path file : found.toList()) {
        Files.write(folder.resolve(file.getFileName().toString()), Files.readAllBytes(file));
      }
    }
  }

  @Override
  public void close() throws IOException {
    files.close();
  }
}
