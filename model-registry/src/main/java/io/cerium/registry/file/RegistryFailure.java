package io.cerium.registry.file;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.apache.hadoop.fs.Path;

/** Failures of the registry's files, in the words that a user reads. */
final class RegistryFailure {
  private RegistryFailure() {}

  /**
   * @param action {@code read} or {@code written}
   */
  static CeriumException unavailable(Path root, String action, IOException cause) {
    return CeriumException.causedBy(
        cause,
        ErrorCode.REGISTRY_UNAVAILABLE,
        "location",
        root.toString(),
        "action",
        action,
        "reason",
        reason(cause));
  }

  static CeriumException corrupt(Path root, Throwable cause, String reason, String remedy) {
    return CeriumException.causedBy(
        cause,
        ErrorCode.REGISTRY_CORRUPT,
        "location",
        root.toString(),
        "reason",
        reason,
        "remedy",
        remedy);
  }

  /** A record that is not made, for nobody could read it. */
  static CeriumException unrecordable(CommitRecord record, UnreadableRecordException cause) {
    return CeriumException.causedBy(
        cause,
        ErrorCode.ARTIFACT_UNSUPPORTED,
        "location",
        record.change() instanceof CommitRecord.VersionAdded added
            ? added.version().source()
            : record.change().name().toString(),
        "reason",
        "the registry could not read its record again, for " + cause.getMessage(),
        "remedy",
        "Correct its comment, options and labels, or the metadata in the file.");
  }

  static CeriumException newerFormat(Path root, int found) {
    return CeriumException.of(
        ErrorCode.REGISTRY_FORMAT_UNSUPPORTED,
        "location",
        root.toString(),
        "found",
        Integer.toString(found),
        "supported",
        Integer.toString(SealedJson.FORMAT));
  }

  /** Whether there is no such file. */
  static boolean isAbsence(IOException e) {
    boolean denied = e.getMessage() != null && e.getMessage().contains("Permission denied");
    return (e instanceof NoSuchFileException || e instanceof FileNotFoundException) && !denied;
  }

  /** Why a file cannot be read or written, in one line. */
  static String reason(IOException e) {
    if (isAbsence(e)) {
      return "there is no such file";
    }
    if (e instanceof FileNotFoundException) {
      return "permission denied";
    }
    if (e instanceof ClosedByInterruptException) {
      return "the statement was cancelled";
    }
    if (e instanceof AccessDeniedException denied) {
      return "permission denied for '" + denied.getFile() + "'";
    }
    if (e instanceof FileSystemException system && system.getReason() != null) {
      return system.getReason();
    }
    String message = e.getMessage();
    return message == null || message.isBlank()
        ? "the file system gives no reason"
        : message.strip().lines().findFirst().orElseThrow();
  }
}
