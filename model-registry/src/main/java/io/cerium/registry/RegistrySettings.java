package io.cerium.registry;

import com.google.auto.service.AutoService;
import io.cerium.engine.setting.Setting;
import io.cerium.engine.setting.SettingGroup;

/** Settings of the model registry. */
@AutoService(SettingGroup.class)
public final class RegistrySettings implements SettingGroup {
  /** The folder that holds the registry; null stands for {@code <warehouse>/.cerium}. */
  public static final Setting<String> LOCATION =
      Setting.ofStatic(
          "spark.cerium.registry.location",
          null,
          RegistrySettings::folder,
          "Folder of the model registry, on a local disk or HDFS; all who share it share their"
              + " models. Default: <warehouse>/.cerium, in the folder that spark.sql.warehouse.dir"
              + " names.");

  private static String folder(String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("it is empty");
    }
    return text;
  }
}
