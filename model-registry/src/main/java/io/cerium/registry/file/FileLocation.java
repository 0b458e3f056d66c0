package io.cerium.registry.file;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.engine.error.MaskedText;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.UnsupportedFileSystemException;

/**
 * A file or folder as a statement names it, in any of Hadoop's file systems but those of web
 * servers, which wait for an answer without an end and would let anyone who may run SQL read what
 * the driver's machine can reach.
 *
 * @param shown without its secrets, for messages and listings
 */
public record FileLocation(String shown, FileSystem files, Path path) {
  private static final Set<String> WEB = Set.of("http", "https");

  /**
   * @param typed a path or URI; without a scheme of the default file system
   * @throws CeriumException ARTIFACT_NOT_FOUND if it is none, or its file system cannot be reached
   */
  public static FileLocation resolve(String typed, Configuration configuration) {
    String shown = MaskedText.of(typed);
    try {
      Path path = new Path(typed);
      return new FileLocation(shown, fileSystem(shown, path, configuration), path);
    } catch (IOException e) {
      throw unreadable(shown, RegistryFailure.reason(e), e);
    } catch (IllegalArgumentException e) {
      throw unreadable(shown, "it is no path", e);
    }
  }

  private static FileSystem fileSystem(String shown, Path path, Configuration configuration)
      throws IOException {
    URI uri = path.toUri();
    String scheme =
        uri.getScheme() == null
            ? FileSystem.getDefaultUri(configuration).getScheme()
            : uri.getScheme();
    if (WEB.contains(scheme.toLowerCase(Locale.ROOT))) {
      throw unreadable(
          shown, "files of web servers are not read, so download it and name the copy", null);
    }
    try {
      return path.getFileSystem(configuration);
    } catch (UnsupportedFileSystemException e) {
      throw unreadable(shown, notInstalled(scheme), e);
    } catch (RuntimeException e) {
      // Hadoop throws it bare where the class that a scheme is configured with is absent.
      if (e.getCause() instanceof ClassNotFoundException) {
        throw unreadable(shown, notInstalled(scheme), e);
      }
      throw e;
    }
  }

  private static String notInstalled(String scheme) {
    return "no library that reads '"
        + scheme
        + ":' is installed, so copy the file to a place that is read";
  }

  /** The error where reading it has failed. */
  public CeriumException unreadable(IOException cause) {
    String reason = RegistryFailure.reason(cause);
    return unreadable(
        shown,
        path.isAbsolute() || !RegistryFailure.isAbsence(cause)
            ? reason
            : reason + " in '" + files.getWorkingDirectory().toUri().getPath() + "'",
        cause);
  }

  CeriumException unreadable(String reason) {
    return unreadable(shown, reason, null);
  }

  private static CeriumException unreadable(String shown, String reason, Exception cause) {
    return CeriumException.causedBy(
        cause, ErrorCode.ARTIFACT_NOT_FOUND, "location", shown, "reason", reason);
  }
}
