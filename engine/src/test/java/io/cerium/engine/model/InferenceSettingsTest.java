package io.cerium.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.setting.Setting;
import io.cerium.engine.setting.SettingGroup;
import java.time.Duration;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class InferenceSettingsTest {
  @Test
  void defaults() {
    InferenceSettings.Values values = InferenceSettings.read(key -> null);
    assertThat(values)
        .isEqualTo(new InferenceSettings.Values(0, 1, Duration.ofMinutes(10), 4L << 30, 16));
    assertThat(values.threadsOn(Device.CPU)).isEqualTo(Runtime.getRuntime().availableProcessors());
    assertThat(values.threadsOn(new Device(Device.Kind.CUDA, 1))).isEqualTo(1);
  }

  @Test
  void eachKeyIsRead() {
    Map<String, String> set =
        Map.of(
            "spark.cerium.inference.threads", "3",
            "spark.cerium.inference.intra-op-threads", "2",
            "spark.cerium.inference.timeout", "7",
            "spark.cerium.models.cache-bytes", "1000",
            "spark.cerium.models.cache-count", "5");
    InferenceSettings.Values values = InferenceSettings.read(set::get);
    assertThat(values)
        .isEqualTo(new InferenceSettings.Values(3, 2, Duration.ofSeconds(7), 1000, 5));
    assertThat(values.threadsOn(new Device(Device.Kind.CUDA, 0))).isEqualTo(3);
  }

  @Test
  void nonsenseIsRefused() {
    assertThatThrownBy(
            () -> InferenceSettings.read(k -> k.endsWith("inference.threads") ? "0" : null))
        .isInstanceOf(CeriumException.class)
        .hasMessageContaining("spark.cerium.inference.threads")
        .hasMessageContaining("'0'");
  }

  @Test
  void areListed() {
    assertThat(ServiceLoader.load(SettingGroup.class))
        .filteredOn(InferenceSettings.class::isInstance)
        .flatExtracting(SettingGroup::settings)
        .extracting("key")
        .hasSize(5);
    assertThat(InferenceSettings.THREADS).extracting(Setting::isStatic).isEqualTo(true);
  }
}
