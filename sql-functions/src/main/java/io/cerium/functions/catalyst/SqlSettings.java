package io.cerium.functions.catalyst;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.setting.Setting;
import io.cerium.engine.setting.SettingGroup;
import java.util.ServiceLoader;
import org.apache.spark.internal.config.ConfigBuilder;
import org.apache.spark.internal.config.TypedConfigBuilder;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.internal.SQLConf$;

/**
 * Makes our settings known to Spark: {@code SET -v} lists them, {@code SET} refuses the static ones
 * and answers a bad value at once.
 */
public final class SqlSettings {
  private static final SQLConf$ CONF = SQLConf$.MODULE$;

  private SqlSettings() {}

  /** Registers what is not registered yet; Spark's list is one for the whole process. */
  public static synchronized void registerAll() {
    for (SettingGroup group :
        ServiceLoader.load(SettingGroup.class, SqlSettings.class.getClassLoader())) {
      for (Setting<?> setting : group.settings()) {
        if (!CONF.containsConfigKey(setting.key())) {
          register(setting);
        }
      }
    }
  }

  /**
   * The value in the session that is active on this thread of the driver.
   *
   * @throws CeriumException SETTING_INVALID if its text is refused
   */
  public static <T> T value(Setting<T> setting) {
    return setting.read(SqlSettings::text);
  }

  /** The text of a setting in the session that is active on this thread, or null. */
  public static String text(String key) {
    return SQLConf.get().getConfString(key, null);
  }

  private static void register(Setting<?> setting) {
    ConfigBuilder builder =
        setting.isStatic() ? CONF.buildStaticConf(setting.key()) : CONF.buildConf(setting.key());
    TypedConfigBuilder<String> entry =
        builder.doc(setting.doc()).stringConf().transform(text -> checked(setting, text));
    if (setting.defaultValue() == null) {
      entry.createOptional();
    } else {
      entry.createWithDefaultString(String.valueOf(setting.defaultValue()));
    }
  }

  private static String checked(Setting<?> setting, String text) {
    try {
      setting.read(key -> text);
      return text;
    } catch (CeriumException e) {
      throw SqlErrors.unchecked(SqlErrors.toAnalysis(e));
    }
  }
}
