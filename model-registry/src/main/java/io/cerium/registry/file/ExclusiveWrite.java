package io.cerium.registry.file;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Put-if-absent: of all writers of one path exactly one wins, and a reader sees the whole file or
 * none. Each file system has its own way; a new one is a new class here.
 */
sealed interface ExclusiveWrite permits HdfsRename, LocalLink {
  /** What is to be written; called at most once for each write. */
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes a file that is durable when this returns, making the folders above it. What fails after
   * the file stands under its name, in cleaning up or syncing, is logged and no failure.
   *
   * @return whether it was written: false if the path is taken
   */
  boolean write(Path target, Content content) throws IOException;

  /** The way of a file system whose scheme was checked before. */
  static ExclusiveWrite at(RegistryLayout layout, FileSystem files) {
    return files.getUri().getScheme().equals("file")
        ? new LocalLink(LocalLink.local(layout.temporary()))
        : new HdfsRename(files, layout.temporary());
  }

  /**
   * Refuses a location whose file system has no put-if-absent, before that is even opened.
   *
   * @throws CeriumException REGISTRY_UNSUPPORTED_FILE_SYSTEM
   */
  static void checkScheme(Path root, Configuration configuration) {
    String scheme = root.toUri().getScheme();
    if (scheme == null) {
      scheme = FileSystem.getDefaultUri(configuration).getScheme();
    }
    if (!scheme.equals("file") && !scheme.equals("hdfs")) {
      throw CeriumException.of(
          ErrorCode.REGISTRY_UNSUPPORTED_FILE_SYSTEM,
          "location",
          root.toString(),
          "reason",
          "'"
              + scheme
              + ":' has no way to create a file only if it is absent, so that two writers could"
              + " overwrite each other's models");
    }
  }
}
