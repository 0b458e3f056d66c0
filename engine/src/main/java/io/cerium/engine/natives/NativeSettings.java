package io.cerium.engine.natives;

import com.google.auto.service.AutoService;
import io.cerium.engine.setting.Setting;
import io.cerium.engine.setting.SettingGroup;

/** The settings of the native libraries. */
@AutoService(SettingGroup.class)
public final class NativeSettings implements SettingGroup {
  /** Where native libraries are unpacked; see {@link NativeFolder}. */
  public static final Setting<String> DIR =
      Setting.ofStatic(
          "spark.cerium.natives.dir",
          null,
          NativeSettings::absolutePath,
          "The local folder, on each machine, that native libraries are unpacked into and loaded"
              + " from: absolute, owned by the user that runs the process, writable by nobody else,"
              + " on a file system that allows to execute. Default: cerium-natives-<user> in the"
              + " folder for temporary files of the JVM.");

  private static String absolutePath(String text) {
    if (!java.nio.file.Path.of(text).isAbsolute()) {
      throw new IllegalArgumentException("it is no absolute path");
    }
    return text;
  }
}
