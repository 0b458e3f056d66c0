package io.cerium.catalyst.plan;

import io.cerium.catalyst.session.CeriumSession;
import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.engine.model.ModelSource;
import io.cerium.functions.spi.BatchKernel;
import io.cerium.functions.spi.ModelLookup.PinnedModel;
import io.cerium.registry.ModelRegistry;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.WeakHashMap;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;

/**
 * A model's artifact on its way to the executors: the plan carries this, never the bytes. They
 * travel by Spark's broadcast, once an application, when a plan is first sent out; planning alone
 * reads nothing. Where driver and executor are one process, the registry's file is read in place.
 */
final class ModelShipment implements Serializable {
  private static final long serialVersionUID = 1L;

  // The broadcasts of each application that runs in this driver, by digest; gone with it.
  private static final Map<SparkContext, Map<String, Broadcast<byte[]>>> SENT = new WeakHashMap<>();

  /**
   * So many models stay with the executors while no plan holds them; of the others Spark's cleaner
   * takes the memory back once their plans are gone.
   */
  private static final int MOST_SENT = 32;

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
        bytes = sent().computeIfAbsent(model.version().digest(), digest -> broadcast());
      }
    }
    out.defaultWriteObject();
  }

  private Map<String, Broadcast<byte[]>> sent() {
    synchronized (SENT) {
      return SENT.computeIfAbsent(context, started -> Collections.synchronizedMap(lastUsed()));
    }
  }

  private static Map<String, Broadcast<byte[]>> lastUsed() {
    return new LinkedHashMap<>(16, 0.75f, true) {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, Broadcast<byte[]>> eldest) {
        return size() > MOST_SENT;
      }
    };
  }

  private Broadcast<byte[]> broadcast() {
    try {
      return JavaSparkContext.fromSparkContext(context)
          .broadcast(read(registry.artifact(model.version())));
    } catch (IOException e) {
      throw CeriumException.causedBy(
          e,
          ErrorCode.ARTIFACT_NOT_FOUND,
          "location",
          location,
          "reason",
          String.valueOf(e.getMessage()));
    }
  }

  private byte[] read(ModelSource source) throws IOException {
    if (source instanceof ModelSource.Bytes inMemory) {
      return inMemory.bytes();
    }
    if (model.version().bytes() > Integer.MAX_VALUE - 8) {
      throw CeriumException.of(
          ErrorCode.ARTIFACT_UNSUPPORTED,
          "location",
          location,
          "reason",
          "it has " + model.version().bytes() + " bytes, more than can be sent to executors",
          "remedy",
          "Quantise it, or run Spark in local mode.");
    }
    return Files.readAllBytes(((ModelSource.File) source).path());
  }
}
