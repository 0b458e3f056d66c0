package io.cerium.engine.image;

import io.cerium.engine.natives.NativeHeap;
import io.cerium.engine.natives.NativeLibrary;
import java.nio.file.Path;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;

/** OpenCV's native library, loaded before anything of it is touched. */
final class OpenCv {
  // A JVM loads a library once.
  private static final NativeLibrary LIBRARY = new NativeLibrary("OpenCV", OpenCv::load);

  private OpenCv() {}

  /**
   * @throws io.cerium.engine.error.CeriumException NATIVE_LIBRARY_UNAVAILABLE
   */
  static void load() {
    LIBRARY.load();
  }

  private static void load(Path folder) {
    NativeHeap.useFolder(folder);
    Loader.load(opencv_core.class);
    Loader.load(opencv_imgproc.class);
    Loader.load(opencv_imgcodecs.class);
    // Tasks are the parallelism; a pool inside each call would fight them for the cores.
    opencv_core.setNumThreads(1);
    opencv_core.setUseOpenCL(false);
  }
}
