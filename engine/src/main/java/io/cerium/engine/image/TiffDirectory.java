package io.cerium.engine.image;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The first directory of a TIFF structure (TIFF 6.0, BigTIFF): whole TIFF files, and the EXIF data
 * inside of others.
 *
 * <p>Entries that lie outside of the structure are left out, values outside of the file are
 * unreadable.
 */
final class TiffDirectory {
  /** Where the values of a tag stand. */
  private record Entry(int type, long count, long valueAt) {}

  private static final int BIG = 43;
  private static final int CLASSIC = 42;

  private final FileBytes bytes;
  private final boolean littleEndian;
  private final Map<Integer, Entry> entries = new HashMap<>();

  private TiffDirectory(FileBytes bytes, boolean littleEndian) {
    this.bytes = bytes;
    this.littleEndian = littleEndian;
  }

  /**
   * @param start where the structure begins; its offsets count from there
   * @param end behind its last byte
   */
  static TiffDirectory read(FileBytes bytes, long start, long end) throws UnreadableImageException {
    boolean littleEndian = bytes.has(start, "II");
    if (!littleEndian && !bytes.has(start, "MM")) {
      throw new UnreadableImageException("a TIFF structure has no byte order");
    }
    TiffDirectory directory = new TiffDirectory(bytes, littleEndian);
    directory.readEntries(start, Math.min(end, bytes.length()));
    return directory;
  }

  private void readEntries(long start, long end) throws UnreadableImageException {
    long magic = number(start + 2, 2);
    if (magic != CLASSIC && magic != BIG) {
      throw new UnreadableImageException("a TIFF structure has the version " + magic);
    }
    // Counts and offsets have four bytes in a classic file and eight in a big one.
    int word = magic == BIG ? 8 : 4;
    int entrySize = 4 + 2 * word;
    long directory = offset(start, number(start + (magic == BIG ? 8 : 4), word));
    long count = number(directory, word == 4 ? 2 : 8);
    long at = directory + (word == 4 ? 2 : 8);
    for (long i = 0; i < count && at + entrySize <= end; i++, at += entrySize) {
      int type = (int) number(at + 2, 2);
      long values = number(at + 4, word);
      long valueAt = at + 4 + word;
      if (values < 0 || values > (end - start) / size(type)) {
        continue;
      }
      if (values * size(type) > word) {
        valueAt = offset(start, number(valueAt, word));
      }
      entries.putIfAbsent((int) number(at, 2), new Entry(type, values, valueAt));
    }
  }

  private static long offset(long start, long offset) throws UnreadableImageException {
    if (offset < 0 || offset > Integer.MAX_VALUE) {
      throw new UnreadableImageException("a TIFF structure points outside of the file");
    }
    return start + offset;
  }

  private static int size(int type) {
    return switch (type) {
      case 3, 8 -> 2;
      case 4, 9, 11, 13 -> 4;
      case 5, 10, 12, 16, 17, 18 -> 8;
      default -> 1;
    };
  }

  private long number(long at, int size) throws UnreadableImageException {
    return littleEndian ? bytes.littleEndian(at, size) : bytes.bigEndian(at, size);
  }

  /** The number of values of a tag, 0 where it is missing. */
  long count(int tag) {
    Entry entry = entries.get(tag);
    return entry == null ? 0 : entry.count;
  }

  /** A value of a tag of whole numbers. */
  long value(int tag, long index) throws UnreadableImageException {
    Entry entry = entries.get(tag);
    int size = size(entry.type);
    return number(entry.valueAt + index * size, size);
  }

  /** The first value of a tag of whole numbers; empty where it is missing. */
  Optional<Long> findValue(int tag) throws UnreadableImageException {
    return count(tag) == 0 ? Optional.empty() : Optional.of(value(tag, 0));
  }
}
