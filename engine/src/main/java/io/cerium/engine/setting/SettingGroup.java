package io.cerium.engine.setting;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;

/**
 * A class that declares settings as public constants. Found by {@link java.util.ServiceLoader}, so
 * that nothing lists settings by hand.
 */
public interface SettingGroup {
  /** The public static fields of this class that are settings, in the order of their names. */
  default List<Setting<?>> settings() {
    List<Setting<?>> settings = new ArrayList<>();
    for (Field field : getClass().getFields()) {
      if (field.getType() == Setting.class) {
        try {
          settings.add((Setting<?>) field.get(null));
        } catch (IllegalAccessException e) {
          throw new IllegalStateException("a setting must be public: " + field, e);
        }
      }
    }
    settings.sort(java.util.Comparator.comparing(Setting::key));
    return settings;
  }
}
