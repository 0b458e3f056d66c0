package io.cerium.engine.model;

import io.cerium.engine.digest.Sha256;
import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.engine.error.UnreadableFile;
import java.io.IOException;

/**
 * A model in the {@link ModelCache}, with what its leases share.
 *
 * @param bytes of its artifact
 */
record CachedModel(LoadedModel model, InferenceQueue queue, BatchSizer sizer, long bytes)
    implements AutoCloseable {
  /**
   * @throws CeriumException ARTIFACT_CORRUPT if the artifact is not the one of that digest, and all
   *     that a runtime throws
   */
  static CachedModel load(
      String name,
      ModelRuntime runtime,
      ModelCache.Key key,
      ModelSource source,
      InferenceSettings.Values settings) {
    long bytes = checkDigest(source, key.digest());
    LoadedModel model = runtime.load(source, key.device(), settings.intraOpThreads());
    InferenceQueue queue =
        new InferenceQueue(
            name,
            model,
            settings.threadsOn(key.device()),
            key.device().kind() == Device.Kind.CPU,
            settings.timeout());
    return new CachedModel(model, queue, BatchSizer.of(model.signature()), bytes);
  }

  ModelLease lease(Runnable release) {
    Runnable leave = queue.enter();
    return new ModelLease(
        model,
        queue,
        sizer,
        () -> {
          leave.run();
          release.run();
        });
  }

  /** Reads the artifact once; its size in bytes. */
  private static long checkDigest(ModelSource source, String expected) {
    try {
      Sha256.Content found = Sha256.read(source.open());
      if (!found.hex().equalsIgnoreCase(expected)) {
        throw CeriumException.of(
            ErrorCode.ARTIFACT_CORRUPT,
            "location",
            source.location(),
            "reason",
            "its SHA-256 is " + found.hex() + ", the one that was registered is " + expected);
      }
      return found.bytes();
    } catch (IOException e) {
      throw UnreadableFile.at(source.location(), e);
    }
  }

  @Override
  public void close() {
    queue.close();
    model.close();
  }
}
