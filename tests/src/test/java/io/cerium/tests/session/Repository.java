package io.cerium.tests.session;

import java.nio.file.Path;

/** Where the files of this repository are, whatever folder the tests are started from. */
public final class Repository {
  /** Surefire sets {@code basedir}; an IDE starts tests in the module's folder. */
  private static final Path MODULE = Path.of(System.getProperty("basedir", "")).toAbsolutePath();

  private Repository() {}

  /** The folder of the parent pom. */
  public static Path root() {
    return MODULE.getParent();
  }

  /** The module {@code tests}. */
  public static Path tests() {
    return MODULE;
  }

  /** What users run and read; {@code ${examples}} in scripts. */
  public static Path examples() {
    return root().resolve("sql-examples");
  }

  /** A folder for what tests write, deleted by {@code mvn clean}. */
  public static Path target() {
    return MODULE.resolve("target");
  }
}
