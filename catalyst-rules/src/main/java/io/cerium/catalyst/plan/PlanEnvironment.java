package io.cerium.catalyst.plan;

import io.cerium.engine.model.ModelSource;
import io.cerium.functions.spi.BatchEnvironment;
import io.cerium.functions.spi.BatchMetrics;
import io.cerium.functions.spi.ModelLookup.PinnedModel;
import java.time.Duration;
import java.util.Map;

/** The environment of a kernel: models by digest, metrics of the task. */
record PlanEnvironment(Map<String, ModelShipment> shipments, BatchMetrics metrics, Duration timeout)
    implements BatchEnvironment {
  @Override
  public ModelSource artifact(PinnedModel model) {
    return shipments.get(model.version().digest()).source();
  }
}
