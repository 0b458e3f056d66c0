package io.cerium.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerium.engine.setting.SettingGroup;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class RegistrySettingsTest {
  private static final String KEY = "spark.cerium.registry.location";

  @Test
  void theLocationIsFoundAndProtected() {
    assertThat(ServiceLoader.load(SettingGroup.class))
        .flatExtracting(SettingGroup::settings)
        .contains(RegistrySettings.LOCATION);
    assertThat(RegistrySettings.LOCATION.isStatic()).isTrue();
  }

  @Test
  void theLocationIsReadAsWritten() {
    assertThat(RegistrySettings.LOCATION.read(Map.of(KEY, "hdfs://a/b c")::get))
        .isEqualTo("hdfs://a/b c");
    assertThat(RegistrySettings.LOCATION.read(key -> null)).isNull();
    assertThatThrownBy(() -> RegistrySettings.LOCATION.read(Map.of(KEY, " ")::get))
        .hasMessageContaining(
            "[SETTING_INVALID] The setting " + KEY + " cannot be ' ': it is empty");
  }
}
