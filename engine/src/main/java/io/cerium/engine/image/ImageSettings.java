package io.cerium.engine.image;

import com.google.auto.service.AutoService;
import io.cerium.engine.setting.Setting;
import io.cerium.engine.setting.SettingGroup;

/** The settings of images. */
@AutoService(SettingGroup.class)
public final class ImageSettings implements SettingGroup {
  /** See {@link ImageLimits#maxPixels}. */
  public static final Setting<Long> MAX_PIXELS =
      Setting.ofStatic(
          "spark.cerium.image.max-pixels",
          268_435_456L,
          Setting.wholeNumber(1, ImageLimits.MOST),
          "The most pixels, width x height, that an image may have, as its header tells and after"
              + " each resize or crop. Larger ones fail with IMAGE_TOO_LARGE before memory is taken"
              + " for them: up to 4 bytes a pixel, twice that where samples have 16 bits.");
}
