package io.cerium.engine.error;

import java.nio.file.NoSuchFileException;

/** The failure to read a file that a user named. */
public final class UnreadableFile {
  private UnreadableFile() {}

  /**
   * ARTIFACT_NOT_FOUND with the cause's own words as the reason.
   *
   * @param location as the user knows it
   */
  public static CeriumException at(String location, Exception cause) {
    String reason =
        cause instanceof NoSuchFileException
            ? "there is no such file"
            : String.valueOf(cause.getMessage());
    return CeriumException.causedBy(
        cause, ErrorCode.ARTIFACT_NOT_FOUND, "location", location, "reason", reason);
  }
}
