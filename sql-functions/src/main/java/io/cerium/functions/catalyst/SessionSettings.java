package io.cerium.functions.catalyst;

import io.cerium.engine.setting.Setting;
import org.apache.spark.sql.internal.SQLConf;

/** Reads settings of the session that this thread works for; on the driver only. */
public final class SessionSettings {
  private SessionSettings() {}

  /** The text of a setting, or null where it is not set. */
  public static String text(String key) {
    return SQLConf.get().getConfString(key, null);
  }

  /**
   * @throws io.cerium.engine.error.CeriumException SETTING_INVALID
   */
  public static <T> T read(Setting<T> setting) {
    return setting.read(SessionSettings::text);
  }
}
