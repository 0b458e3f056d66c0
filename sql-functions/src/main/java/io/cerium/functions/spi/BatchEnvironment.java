package io.cerium.functions.spi;

import io.cerium.engine.model.ModelSource;
import java.io.Serializable;
import java.time.Duration;

/** What the plan gives to a kernel's run in a task; travels with the plan. */
public interface BatchEnvironment extends Serializable {
  /** The artifact of a model that {@link BatchKernel#models} names. */
  ModelSource artifact(ModelLookup.PinnedModel model);

  BatchMetrics metrics();

  /** The longest that a task waits for one answer. */
  Duration timeout();
}
