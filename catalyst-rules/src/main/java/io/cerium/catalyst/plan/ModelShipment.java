package io.cerium.catalyst.plan;

import io.cerium.catalyst.session.CeriumSession;
import io.cerium.engine.model.ModelSource;
import io.cerium.functions.spi.BatchKernel;
import io.cerium.functions.spi.ModelLookup.PinnedModel;
import io.cerium.registry.ModelRegistry;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.SparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;

/**
 * A model's artifact on its way to the executors: the plan carries this, never the bytes. They
 * travel by Spark's broadcast, once an application, when a plan is first sent out; planning alone
 * reads nothing. Where driver and executor are one process, the registry's file is read in place.
 */
final class ModelShipment implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String location;
  private final transient PinnedModel model;
  private final transient SparkContext context;
  private final transient ModelRegistry registry;
  private String localFile;
  private Broadcast<byte[]> bytes;

  private ModelShipment(PinnedModel model, SparkContext context, ModelRegistry registry) {
    this.location = model.version().source();
    this.model = model;
    this.context = context;
    this.registry = registry;
  }

  /** What the kernels of a plan need, by digest. */
  static Map<String, ModelShipment> of(SparkSession spark, Iterable<BatchKernel> kernels) {
    Map<String, ModelShipment> shipments = new HashMap<>();
    CeriumSession session = CeriumSession.of(spark);
    for (BatchKernel kernel : kernels) {
      for (PinnedModel model : kernel.models()) {
        shipments.computeIfAbsent(
            model.version().digest(),
            digest -> new ModelShipment(model, spark.sparkContext(), session.registry()));
      }
    }
    return shipments;
  }

  /** The artifact; on an executor, or on the driver for what runs there. */
  ModelSource source() {
    if (registry != null) {
      return registry.artifact(model.version());
    }
    return localFile != null
        ? new ModelSource.File(location, Path.of(localFile))
        : new ModelSource.Bytes(location, bytes.value());
  }

  private void writeObject(ObjectOutputStream out) throws IOException {
    if (registry != null && localFile == null && bytes == null) {
      if (context.isLocal()
          && registry.artifact(model.version()) instanceof ModelSource.File file) {
        localFile = file.path().toString();
      } else {
        bytes = SentArtifacts.broadcast(context, model.version(), registry);
      }
    }
    out.defaultWriteObject();
  }
}
