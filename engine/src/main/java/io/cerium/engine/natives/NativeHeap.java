package io.cerium.engine.natives;

import io.cerium.engine.error.CeriumException;
import java.nio.file.Path;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The memory that native libraries take of the C library. Safe for all threads. */
public final class NativeHeap {
  private static final Logger LOG = LoggerFactory.getLogger(NativeHeap.class);
  private static final NativeLibrary LIBRARY = new NativeLibrary("JavaCPP", NativeHeap::load);

  private NativeHeap() {}

  /**
   * Gives back to the system what was freed: loading a model takes its size two or three times, and
   * the C library keeps that for the process otherwise. Takes some milliseconds. Where the library
   * for it cannot be loaded, the process stays larger.
   */
  public static void trim() {
    try {
      LIBRARY.load();
      Pointer.trimMemory();
    } catch (CeriumException | LinkageError e) {
      // Another JavaCPP may lie before ours on the class path.
      LOG.debug("freed native memory stays with the process", e);
    }
  }

  private static void load(Path folder) {
    useFolder(folder);
    Loader.load(org.bytedeco.javacpp.presets.javacpp.class);
  }

  /** Sets JavaCPP up, before any of its classes is touched, to unpack libraries below a folder. */
  public static void useFolder(Path folder) {
    // JavaCPP makes its folders with the rights that all new folders get: one around them is ours.
    setUnlessSet(
        "org.bytedeco.javacpp.cachedir", NativeFolder.inside(folder, "javacpp").toString());
    // By default JavaCPP fails once the whole process, models and all, is larger than twice the
    // Java heap. All that is taken here is closed where it was opened, so there is nothing to cap.
    setUnlessSet("org.bytedeco.javacpp.maxbytes", "0");
    setUnlessSet("org.bytedeco.javacpp.maxphysicalbytes", "0");
  }

  private static void setUnlessSet(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
