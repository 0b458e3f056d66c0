package io.cerium.benchmark;

import java.nio.file.Path;

/** Where things are; the script {@code tests/benchmarks/run} tells it. */
final class Folders {
  private Folders() {}

  static Path repository() {
    return Path.of(System.getProperty("cerium.repository"));
  }

  static Path examples() {
    return repository().resolve("sql-examples");
  }

  /** For what benchmarks write. */
  static Path target() {
    return Path.of(System.getProperty("cerium.benchmarks.target"));
  }
}
