package io.cerium.registry.file;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * By what a file that is written once is known again.
 *
 * @param modified milliseconds since 1970
 * @param bytes its length
 */
record FileStamp(long modified, long bytes) {
  /** The stamp of a file, empty if there is none. */
  static Optional<FileStamp> find(FileSystem files, Path path) throws IOException {
    try {
      FileStatus status = files.getFileStatus(path);
      return Optional.of(new FileStamp(status.getModificationTime(), status.getLen()));
    } catch (FileNotFoundException e) {
      return Optional.empty();
    }
  }
}
