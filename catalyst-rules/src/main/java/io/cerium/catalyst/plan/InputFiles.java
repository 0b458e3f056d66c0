package io.cerium.catalyst.plan;

import org.apache.spark.rdd.InputFileBlockHolder;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * What {@code input_file_name()} and its like tell above rows that were read ahead: Spark keeps for
 * a thread which file is being read, and by the time a row is handed on that may be the next one.
 * For one thread at a time, as {@link BatchIterator} sees to.
 */
final class InputFiles {
  private Block read = Block.now();

  /** What this told last; null where those who read may have told something else since. */
  private Block told;

  /** A part of a file; its path is empty where nothing is read of files. */
  record Block(UTF8String path, long start, long length) {
    private static Block now() {
      return new Block(
          InputFileBlockHolder.getInputFilePath(),
          InputFileBlockHolder.getStartOffset(),
          InputFileBlockHolder.getLength());
    }

    private void tell() {
      if (path.numBytes() > 0) {
        InputFileBlockHolder.set(path.toString(), start, length);
      } else {
        InputFileBlockHolder.unset();
      }
    }
  }

  /** Before rows are read: those who read say only when they come to another file. */
  void beforeReading() {
    if (told != null && told != read) {
      read.tell();
    }
    told = null;
  }

  /** Where the row comes from that was read last. */
  Block ofLastRow() {
    Block now = Block.now();
    if (!now.equals(read)) {
      read = now;
    }
    return read;
  }

  /** Before a row is handed on. */
  void tell(Block block) {
    if (told != block) {
      block.tell();
      told = block;
    }
  }
}
