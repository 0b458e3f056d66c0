package io.cerium.engine.natives;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder that native libraries are unpacked into and loaded from.
 *
 * <p>Whoever can write there runs code in this process. Hence it is the user's own, writable by
 * nobody else and no symbolic link; it is made with these rights where it is missing.
 *
 * <p>The folder is, in this order: the one given to {@link #configure}, the system property {@code
 * cerium.natives.dir}, {@code cerium-natives-<user>} in the folder for temporary files. Safe for
 * all threads.
 */
public final class NativeFolder {
  private static final Logger LOG = LoggerFactory.getLogger(NativeFolder.class);
  private static final String PROPERTY = "cerium.natives.dir";

  // One folder a process, as a native library is loaded once a process.
  private static Path configured;
  private static Path resolved;

  private NativeFolder() {}

  /**
   * Names the folder. Call it before the first native library is loaded; later calls change
   * nothing, and a log line tells so where they name another folder.
   */
  public static synchronized void configure(Path folder) {
    if (resolved == null) {
      configured = folder;
    } else if (!resolved.equals(folder.toAbsolutePath().normalize())) {
      LOG.warn(
          "Native libraries are loaded from '{}' already; '{}' is not used until a restart",
          resolved,
          folder);
    }
  }

  /**
   * The folder, made and checked at the first call.
   *
   * @throws CeriumException NATIVE_LIBRARY_UNAVAILABLE if it cannot be made, or others can write
   *     there
   */
  public static synchronized Path resolve() {
    if (resolved == null) {
      resolved = check(configured == null ? fallback() : configured);
    }
    return resolved;
  }

  private static Path fallback() {
    String property = System.getProperty(PROPERTY);
    if (property != null) {
      return Path.of(property);
    }
    String user = System.getProperty("user.name", "").replaceAll("[^A-Za-z0-9._-]", "_");
    return Path.of(System.getProperty("java.io.tmpdir"), "cerium-natives-" + user);
  }

  /**
   * A folder inside of the one that {@link #resolve} gives, under the same rules.
   *
   * @param name without a separator
   * @throws CeriumException NATIVE_LIBRARY_UNAVAILABLE as {@link #resolve}
   */
  public static Path inside(Path folder, String name) {
    return check(folder.resolve(name));
  }

  /** Makes the folder where it is missing and refuses it where it is not the user's own. */
  static Path check(Path folder) {
    Path path = folder.toAbsolutePath().normalize();
    try {
      boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
      if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
        create(path, posix);
      }
      if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
        throw refused(path, "it is no folder, or a symbolic link", null);
      }
      if (posix) {
        checkOwner(path);
      }
      return path;
    } catch (IOException e) {
      throw refused(path, "it cannot be made or written (" + e + ")", e);
    }
  }

  private static void create(Path path, boolean posix) throws IOException {
    Files.createDirectories(Objects.requireNonNull(path.getParent()));
    try {
      if (posix) {
        Files.createDirectory(
            path,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      } else {
        Files.createDirectory(path);
      }
    } catch (java.nio.file.FileAlreadyExistsException e) {
      LOG.debug("Another process made '{}' meanwhile", path, e);
    }
  }

  private static void checkOwner(Path path) throws IOException {
    PosixFileAttributes attributes =
        Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (attributes.permissions().contains(PosixFilePermission.GROUP_WRITE)
        || attributes.permissions().contains(PosixFilePermission.OTHERS_WRITE)) {
      throw refused(path, "other users can write to it", null);
    }
    // A file made now belongs to this process's user, whatever name that user has, or none.
    Path probe = Files.createTempFile(path, "owner", null);
    try {
      if (!Files.getOwner(probe).equals(attributes.owner())) {
        throw refused(path, "it belongs to '" + attributes.owner().getName() + "'", null);
      }
    } finally {
      Files.delete(probe);
    }
  }

  private static CeriumException refused(Path path, String reason, IOException cause) {
    return CeriumException.causedBy(
        cause,
        ErrorCode.NATIVE_LIBRARY_UNAVAILABLE,
        "library",
        path.toString(),
        "reason",
        "this folder for unpacked libraries is refused: " + reason,
        "remedy",
        "Set "
            + NativeSettings.DIR.key()
            + " to a folder that this user owns and nobody else can write to.");
  }
}
