package io.cerium.launch;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Folders and files that no other user may read, where the file system knows such rights. */
final class PrivateFiles {
  private static final String FOLDER = "rwx------";
  private static final String FILE = "rw-------";

  private PrivateFiles() {}

  /** Makes a folder and those above it where they are missing; one that is there is left alone. */
  static void makeFolder(Path folder) throws IOException {
    Files.createDirectories(folder, rights(folder, FOLDER));
  }

  /** Makes an empty file where it is missing; one that is there keeps its content alone. */
  static void makeFile(Path file) throws IOException {
    try {
      Files.createFile(file, rights(file, FILE));
    } catch (FileAlreadyExistsException e) {
      if (isPosix(file)) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(FILE));
      }
    }
  }

  private static FileAttribute<?>[] rights(Path path, String rights) {
    return isPosix(path)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
