package io.cerium.engine.natives;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * A native library that is loaded once a process, at its first use.
 *
 * <p>A failure is told in words that a user can act on, and again at each later use: the JVM does
 * not try a library twice. Safe for all threads.
 */
public final class NativeLibrary {
  private final String name;
  private final Consumer<Path> loader;
  private volatile boolean loaded;
  private Throwable failure;

  /**
   * @param name as the error message calls it
   * @param loader loads the library, unpacking it into the folder it is given
   */
  public NativeLibrary(String name, Consumer<Path> loader) {
    this.name = name;
    this.loader = loader;
  }

  /**
   * Loads the library unless that is done.
   *
   * @throws CeriumException NATIVE_LIBRARY_UNAVAILABLE with what is missing on this machine
   */
  public void load() {
    if (!loaded) {
      loadOnce();
    }
  }

  private synchronized void loadOnce() {
    if (loaded) {
      return;
    }
    Path folder = NativeFolder.resolve();
    if (failure == null) {
      try {
        loader.accept(folder);
        loaded = true;
        return;
      } catch (CeriumException e) {
        // It tells in words what is wrong with a folder; once mended, the next use loads.
        throw e;
      } catch (LinkageError | RuntimeException e) {
        // The loaders that libraries bring wrap what went wrong in either of the two.
        failure = e;
      }
    }
    LoadFailure reason = LoadFailure.of(failure, folder);
    throw CeriumException.causedBy(
        failure,
        ErrorCode.NATIVE_LIBRARY_UNAVAILABLE,
        "library",
        name,
        "reason",
        reason.reason(),
        "remedy",
        reason.remedy());
  }
}
