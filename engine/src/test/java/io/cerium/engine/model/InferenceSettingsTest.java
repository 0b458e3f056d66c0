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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @ParameterizedTest
  @CsvSource({
    "spark.cerium.inference.threads, 0, the least value is 1",
    "spark.cerium.inference.threads, 4294967296, the largest value is 1024",
    "spark.cerium.inference.intra-op-threads, 2147483648, the largest value is 1024",
    "spark.cerium.inference.timeout, 9223372037, the largest value is 31536000",
    "spark.cerium.models.cache-count, 2147483648, the largest value is 2147483647",
    "spark.cerium.models.cache-bytes, 9223372036854775808, it is no whole number"
  })
  void nonsenseIsRefused(String key, String value, String reason) {
    assertThatThrownBy(() -> InferenceSettings.read(k -> k.equals(key) ? value : null))
        .isInstanceOf(CeriumException.class)
        .hasMessageContaining(key)
        .hasMessageContaining("'" + value + "'")
        .hasMessageContaining(reason);
  }

  @Test
  void theLongestTimeoutIsANumberOfNanoseconds() {
    InferenceSettings.Values values =
        InferenceSettings.read(k -> k.endsWith("timeout") ? "31536000" : null);
    assertThat(values.timeout().toNanos()).isPositive();
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
