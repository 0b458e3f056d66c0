package io.cerium.catalyst.plan;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.engine.error.UnreadableFile;
import io.cerium.engine.model.ModelSource;
import io.cerium.registry.ModelRegistry;
import io.cerium.registry.ModelVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.WeakHashMap;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * The artifacts that an application has broadcast to its executors: each once, whichever query asks
 * first, as long as it is in use. For the driver; safe for all threads.
 */
final class SentArtifacts {
  // Of each application that runs in this driver; gone with it. No value refers to its key.
  private static final Map<SparkContext, SentArtifacts> APPLICATIONS = new WeakHashMap<>();

  /** As many bytes as an array of Java can have. */
  private static final long MOST_BYTES = Integer.MAX_VALUE - 8;

  /**
   * So many artifacts stay with the executors while no plan holds them; of the others Spark's
   * cleaner takes the memory back once their plans are gone.
   */
  private static final int MOST_KEPT = 32;

  private final Map<String, Broadcast<byte[]>> byDigest =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Broadcast<byte[]>> eldest) {
              return size() > MOST_KEPT;
            }
          });

  private SentArtifacts() {}

  /**
   * The artifact of a version, broadcast now if it was not before.
   *
   * @throws CeriumException ARTIFACT_UNSUPPORTED if it is too large for a broadcast,
   *     ARTIFACT_NOT_FOUND if it cannot be read
   */
  static Broadcast<byte[]> broadcast(
      SparkContext context, ModelVersion version, ModelRegistry registry) {
    if (version.bytes() > MOST_BYTES) {
      throw CeriumException.of(
          ErrorCode.ARTIFACT_UNSUPPORTED,
          "location",
          version.source(),
          "reason",
          "it has " + version.bytes() + " bytes, more than can be sent to executors",
          "remedy",
          "Quantise it, or run Spark in local mode with the registry on a local disk.");
    }
    SentArtifacts sent;
    synchronized (APPLICATIONS) {
      sent = APPLICATIONS.computeIfAbsent(context, started -> new SentArtifacts());
    }
    return sent.byDigest.computeIfAbsent(
        version.digest(),
        digest ->
            JavaSparkContext.fromSparkContext(context)
                .broadcast(bytes(registry.artifact(version))));
  }

  private static byte[] bytes(ModelSource source) {
    try (InputStream in = source.open()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw UnreadableFile.at(source.location(), e);
    }
  }
}
