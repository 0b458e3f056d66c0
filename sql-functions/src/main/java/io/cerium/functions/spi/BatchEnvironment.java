package io.cerium.functions.spi;

import io.cerium.engine.model.ModelSource;

/** What the operator gives to a kernel's run in a task. */
public interface BatchEnvironment {
  /** The artifact of a model that {@link BatchKernel#models} names. */
  ModelSource artifact(ModelLookup.PinnedModel model);

  BatchMetrics metrics();
}
