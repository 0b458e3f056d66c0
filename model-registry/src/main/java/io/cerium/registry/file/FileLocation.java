package io.cerium.registry.file;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.engine.error.MaskedText;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumFileSystem;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.UnsupportedFileSystemException;

/**
 * A file or folder as a statement names it, in any of Hadoop's file systems but those of web and
 * FTP servers, which wait for an answer without an end and would let anyone who may run SQL read
 * what the driver's machine can reach.
 *
 * @param shown without its secrets, for messages and listings
 */
public record FileLocation(String shown, FileSystem files, Path path) {
  private static final Set<String> ENDLESS = Set.of("http", "https", "ftp", "sftp");

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
    URI fallback = FileSystem.getDefaultUri(configuration);
    URI uri = path.toUri().getScheme() == null ? fallback : path.toUri();
    String scheme = uri.getScheme();
    if (ENDLESS.contains(innermostScheme(uri, fallback))) {
      throw unreadable(
          shown,
          "files of web and FTP servers are not read, so download it and name the copy",
          null);
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

  /**
   * Of an archive what it lies in: {@code har://hdfs-host:port/...} in HDFS, {@code har:///...} in
   * the default file system, {@code har://har-hdfs-host:port/...} in another archive.
   */
  private static String innermostScheme(URI uri, URI fallback) {
    URI inside = uri;
    while ("har".equalsIgnoreCase(inside.getScheme()) && inside.getAuthority() != null) {
      // Word for word as Hadoop's HarFileSystem does, so that no spelling means another scheme.
      inside = URI.create(inside.getAuthority().replaceFirst("-", "://"));
    }
    if ("har".equalsIgnoreCase(inside.getScheme()) && !uri.equals(fallback)) {
      return innermostScheme(fallback, fallback);
    }
    return String.valueOf(inside.getScheme()).toLowerCase(Locale.ROOT);
  }

  private static String notInstalled(String scheme) {
    return "no library that reads '"
        + scheme
        + ":' is installed, so copy the file to a place that is read";
  }

  /**
   * Opens the file, or one in the folder.
   *
   * @throws CeriumException ARTIFACT_NOT_FOUND if it lies on this machine and is no regular file: a
   *     device or a pipe may have no end, or wait for a writer for ever
   */
  public InputStream open(Path file) throws IOException {
    Path qualified = files.makeQualified(file);
    if (isIrregular(qualified)) {
      throw unreadable("it is no regular file");
    }
    // Hadoop reads it along with the file.
    if (files instanceof ChecksumFileSystem checked
        && isIrregular(checked.getChecksumFile(qualified))) {
      throw unreadable("its checksums in the file beside it are no regular file");
    }
    return files.open(qualified);
  }

  private static boolean isIrregular(Path file) {
    URI uri = file.toUri();
    java.nio.file.Path local =
        "file".equals(uri.getScheme()) ? java.nio.file.Path.of(uri.getPath()) : null;
    return local != null && Files.exists(local) && !Files.isRegularFile(local);
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
