package io.cerium.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where tables and models stay between sessions: metastore, warehouse (with the model registry in
 * it), scratch space and the shell's history.
 *
 * <p>One process holds it at a time, since the metastore is an embedded database. A folder that is
 * made here is its user's alone; one that is there keeps the rights that it has.
 */
public final class DataFolder implements AutoCloseable {
  private final Path folder;
  private final FolderLock lock;

  private DataFolder(Path folder, FolderLock lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /** The folder that is taken when none is named. */
  public static Path usual() {
    return Path.of(System.getProperty("user.home"), ".cerium");
  }

  /**
   * Makes the folder if it is not there, and takes hold of it.
   *
   * @param program the name of this process, for those who come second
   * @throws UsageException if the folder cannot be used, or another process holds it
   */
  public static DataFolder open(Path folder, String program) {
    Path absolute = folder.toAbsolutePath().normalize();
    if (absolute.toString().indexOf(';') >= 0) {
      throw new UsageException(
          "The folder '"
              + absolute
              + "' has a semicolon in its path, which the metastore cannot"
              + " take. Choose another with --data DIR.");
    }
    try {
      PrivateFiles.makeFolder(absolute);
      return new DataFolder(absolute, FolderLock.acquire(absolute, program));
    } catch (IOException e) {
      throw new UsageException(
          "The folder '"
              + absolute
              + "' cannot be used for tables and models: "
              + reason(e)
              + ". Choose another with --data DIR.",
          e);
    }
  }

  private static String reason(IOException e) {
    String kind = e.getClass().getSimpleName().replace("Exception", "");
    return kind.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(java.util.Locale.ROOT)
        + " ("
        + e.getMessage()
        + ")";
  }

  /** The settings by which a session keeps its tables and models here. */
  public Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("spark.sql.warehouse.dir", folder.resolve("warehouse").toString());
    settings.put(
        "spark.hadoop.javax.jdo.option.ConnectionURL",
        "jdbc:derby:;databaseName=" + folder.resolve("metastore") + ";create=true");
    settings.put("spark.hadoop.hive.exec.scratchdir", folder.resolve("scratch").toString());
    return settings;
  }

  /** The file that the metastore's database writes its messages to. */
  Path databaseLog() {
    return folder.resolve("derby.log");
  }

  /** The file with the statements typed so far, made where it is missing: its user's alone. */
  public Path history() {
    Path history = folder.resolve("history");
    try {
      PrivateFiles.makeFile(history);
    } catch (IOException e) {
      throw new UsageException("The file '" + history + "' cannot be made: " + reason(e), e);
    }
    return history;
  }

  /** Tells those who come second where the server that holds this folder answers. */
  public void announce(String url) {
    try {
      lock.describe(url);
    } catch (IOException e) {
      throw new UsageException("The folder '" + folder + "' cannot be written: " + reason(e), e);
    }
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UsageException("The folder '" + folder + "' cannot be given back: " + reason(e), e);
    }
  }
}
