package io.cerium.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The example photos, in the order of their names. */
final class Photos {
  private Photos() {}

  static List<byte[]> contents() {
    try (Stream<Path> files = Files.list(Folders.examples().resolve("photos"))) {
      return files.sorted().map(Photos::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
