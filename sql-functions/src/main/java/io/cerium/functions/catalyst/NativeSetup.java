package io.cerium.functions.catalyst;

import io.cerium.engine.natives.NativeFolder;
import io.cerium.engine.natives.NativeSettings;
import java.nio.file.Path;
import org.apache.spark.SparkEnv;

/**
 * Hands the application's setting for native libraries to the engine. Executors start without us,
 * so this is called where a native library may be needed first, on the driver and in tasks.
 */
public final class NativeSetup {
  private NativeSetup() {}

  /** Names the folder, once for the process; without Spark around, the engine's default stays. */
  public static void configure() {
    SparkEnv env = SparkEnv.get();
    String folder = env == null ? null : NativeSettings.DIR.read(key -> env.conf().get(key, null));
    if (folder != null) {
      NativeFolder.configure(Path.of(folder));
    }
  }
}
