package io.cerium.engine.natives;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Why a native library was not loaded, and what to do about it.
 *
 * @param reason ends without a full stop
 * @param remedy a sentence
 */
record LoadFailure(String reason, String remedy) {
  private static final long LARGEST_LIBRARY = 32L << 20;

  static LoadFailure of(Throwable failure, Path folder) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String text = root.getMessage() == null ? root.toString() : root.getMessage().strip();
    if (Files.isDirectory(folder) && folder.toFile().getUsableSpace() < LARGEST_LIBRARY) {
      // OpenCV's loader leaves out what it could not unpack, and misses it afterwards.
      return full(folder);
    }
    return of(text, System.getProperty("os.name"), System.getProperty("os.arch"), folder);
  }

  static LoadFailure of(String text, String system, String processor, Path folder) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.contains("failed to map segment") || lower.contains("operation not permitted")) {
      return new LoadFailure(
          "the folder '" + folder + "' lies on a file system that forbids to execute (noexec)",
          "Set " + NativeSettings.DIR.key() + " to a folder on another file system.");
    }
    if (lower.contains("no space left")) {
      return full(folder);
    }
    if (lower.contains("glibc") || lower.contains("libstdc++")) {
      return new LoadFailure(
          "this system's C library is too old, or of another kind (" + text + ")",
          "Run on a Linux with glibc 2.28 or newer.");
    }
    if (!system.equals("Linux") || !(processor.equals("amd64") || processor.equals("x86_64"))) {
      return new LoadFailure(
          "this machine is " + system + " on " + processor + " (" + text + ")",
          "Run on Linux on x86_64, or put the library's file for this system on the class path.");
    }
    return new LoadFailure(
        text,
        "Check that the jar with the library for Linux on x86_64 is on the class path and that the"
            + " folder '"
            + folder
            + "' can be written.");
  }

  private static LoadFailure full(Path folder) {
    return new LoadFailure(
        "the disk of the folder '" + folder + "' is full",
        "Free some 200 MB there, or set " + NativeSettings.DIR.key() + " to another folder.");
  }
}
