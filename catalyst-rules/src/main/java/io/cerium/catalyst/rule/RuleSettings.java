package io.cerium.catalyst.rule;

import com.google.auto.service.AutoService;
import io.cerium.engine.setting.Setting;
import io.cerium.engine.setting.SettingGroup;

/** The switches of the optimizer rules. */
@AutoService(SettingGroup.class)
public final class RuleSettings implements SettingGroup {
  public static final Setting<Boolean> BATCH_CALLS =
      Setting.of(
          "spark.cerium.optimizer.batch-calls",
          true,
          Setting.trueOrFalse(),
          "Moves calls of models into an operator that answers rows in batches; without it they are"
              + " answered row by row.");

  public static final Setting<Boolean> FUSE_IMAGE_CALLS =
      Setting.of(
          "spark.cerium.optimizer.fuse-image-calls",
          true,
          Setting.trueOrFalse(),
          "Makes one native pass of adjacent image calls, and of those in a model's input.");
}
