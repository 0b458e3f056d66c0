package io.cerium.engine.model;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.engine.error.UnreadableFile;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

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
    try (DigestInputStream in = new DigestInputStream(open(source), sha256())) {
      long bytes = in.transferTo(OutputStream.nullOutputStream());
      String found = HexFormat.of().formatHex(in.getMessageDigest().digest());
      if (!found.equalsIgnoreCase(expected)) {
        throw CeriumException.of(
            ErrorCode.ARTIFACT_CORRUPT,
            "location",
            source.location(),
            "reason",
            "its SHA-256 is " + found + ", the one that was registered is " + expected);
      }
      return bytes;
    } catch (IOException e) {
      throw UnreadableFile.at(source.location(), e);
    }
  }

  private static InputStream open(ModelSource source) throws IOException {
    if (source instanceof ModelSource.Bytes inMemory) {
      return new java.io.ByteArrayInputStream(inMemory.bytes());
    }
    return new FileInputStream(((ModelSource.File) source).path().toFile());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public void close() {
    queue.close();
    model.close();
  }
}
