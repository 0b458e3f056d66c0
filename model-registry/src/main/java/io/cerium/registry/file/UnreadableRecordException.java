package io.cerium.registry.file;

/** A commit record or checkpoint that cannot be trusted. */
final class UnreadableRecordException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int newerFormat;

  private UnreadableRecordException(String reason, int newerFormat, Throwable cause) {
    super(reason, cause);
    this.newerFormat = newerFormat;
  }

  static UnreadableRecordException damaged(String reason, Throwable cause) {
    return new UnreadableRecordException(reason, 0, cause);
  }

  static UnreadableRecordException newer(int format) {
    return new UnreadableRecordException("its format is " + format, format, null);
  }

  /** The format that only a newer version reads; 0 for a damaged file. */
  int newerFormat() {
    return newerFormat;
  }
}
