package io.cerium.engine.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerium.engine.setting.SettingGroup;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class ImageSettingsTest {
  @Test
  void takesPhotosOf200MegapixelsByDefault() {
    long limit = ImageSettings.MAX_PIXELS.read(key -> null);
    assertThat(limit).isGreaterThan(16_320L * 12_240).isLessThan(30_000L * 30_000);
    assertThat(new ImageLimits(limit).maxPixels()).isEqualTo(limit);
  }

  @Test
  void refusesLimitsThatNoArrayHolds() {
    String key = ImageSettings.MAX_PIXELS.key();
    assertThat(ImageSettings.MAX_PIXELS.read(Map.of(key, " 1000 ")::get)).isEqualTo(1000);
    for (String text : new String[] {"0", "536870001", "many"}) {
      assertThatThrownBy(() -> ImageSettings.MAX_PIXELS.read(Map.of(key, text)::get))
          .hasMessageContaining("[SETTING_INVALID]");
    }
    assertThatThrownBy(() -> new ImageLimits(ImageLimits.MOST + 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isFixedAndFound() {
    assertThat(ImageSettings.MAX_PIXELS.isStatic()).isTrue();
    assertThat(ServiceLoader.load(SettingGroup.class))
        .anySatisfy(group -> assertThat(group.settings()).contains(ImageSettings.MAX_PIXELS));
  }
}
