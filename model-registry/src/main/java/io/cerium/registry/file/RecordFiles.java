package io.cerium.registry.file;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** Reads the numbered records of a folder. */
record RecordFiles(FileSystem files) {
  /** The numbers of the records in a folder; none if there is no folder. */
  NavigableSet<Long> numbers(Path folder) throws IOException {
    NavigableSet<Long> numbers = new TreeSet<>();
    try {
      RemoteIterator<FileStatus> entries = files.listStatusIterator(folder);
      while (entries.hasNext()) {
        String name = entries.next().getPath().getName();
        RegistryLayout.number(name).ifPresent(numbers::add);
      }
    } catch (FileNotFoundException e) {
      return numbers;
    }
    return numbers;
  }

  <T> SealedJson.Opened<T> open(Path path, Class<T> type)
      throws IOException, UnreadableRecordException {
    try (FSDataInputStream in = files.open(path)) {
      return SealedJson.open(in.readAllBytes(), type);
    }
  }
}
