package io.cerium.registry.file;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.engine.model.ModelSource;
import io.cerium.registry.ModelRegistry;
import io.cerium.registry.ModelVersion;
import io.cerium.registry.RegistryChange;
import io.cerium.registry.RegistrySettings;
import io.cerium.registry.RegistrySnapshot;
import io.cerium.registry.StagedArtifact;
import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A registry in a folder on a local disk or HDFS, made with the first commit. Artifacts lie under
 * their SHA-256, changes as numbered commit records; both are written whole and once, so that a
 * writer that is killed leaves nothing half done, and of two writers one comes first and the other
 * goes on from there.
 *
 * <p>A model that is dropped and created again is a new model: it starts at version 1. Artifacts of
 * dropped models stay on disk.
 */
public final class FileModelRegistry implements ModelRegistry {
  /** Each try that fails means that another writer came through. */
  private static final int TRIES = 100;

  private final Path root;
  private final CommitLog log;
  private final BlobStore blobs;
  private final ArtifactStaging staging;

  /**
   * @param location a path or URI; without a scheme on Hadoop's default file system, relative paths
   *     against the working folder
   * @throws CeriumException REGISTRY_UNSUPPORTED_FILE_SYSTEM where files cannot be created
   *     exclusively; REGISTRY_UNAVAILABLE if the file system cannot be reached
   */
  public FileModelRegistry(String location, Configuration configuration) {
    this(pathOf(location), configuration);
  }

  /** As {@link #FileModelRegistry(String, Configuration)}. */
  public FileModelRegistry(Path location, Configuration configuration) {
    ExclusiveWrite.checkScheme(location, configuration);
    try {
      FileSystem files = location.getFileSystem(configuration);
      root = files.makeQualified(location);
      RegistryLayout layout = new RegistryLayout(root);
      ExclusiveWrite write = ExclusiveWrite.at(layout, files);
      log = new CommitLog(files, layout, write);
      blobs = new BlobStore(files, layout, write);
      staging = new ArtifactStaging(configuration);
    } catch (IOException e) {
      throw RegistryFailure.unavailable(location, "read", e);
    }
  }

  private static Path pathOf(String location) {
    try {
      return new Path(location);
    } catch (IllegalArgumentException e) {
      throw CeriumException.causedBy(
          e,
          ErrorCode.SETTING_INVALID,
          "key",
          RegistrySettings.LOCATION.key(),
          "value",
          location,
          "reason",
          "it is no path (" + e.getMessage() + ")");
    }
  }

  /** The folder of this registry, with its scheme. */
  public Path location() {
    return root;
  }

  @Override
  public RegistrySnapshot snapshot() {
    return log.read().state();
  }

  @Override
  public StagedArtifact stage(String location) {
    return staging.stage(location);
  }

  @Override
  public RegistrySnapshot commit(RegistryChange change) {
    CommitLog.Head base = log.read();
    if (PendingChange.on(base, change).isEmpty()) {
      return base.state();
    }
    if (change instanceof RegistryChange.AddVersion add) {
      blobs.put(add.artifact());
    }
    return append(change);
  }

  /** One writer at a time here, so that only other processes can come between. */
  private synchronized RegistrySnapshot append(RegistryChange change) {
    for (int i = 0; i < TRIES; i++) {
      CommitLog.Head base = log.read();
      Optional<CommitRecord> record = PendingChange.on(base, change);
      if (record.isEmpty()) {
        return base.state();
      }
      Optional<RegistryState> state = log.append(base, record.get());
      if (state.isPresent()) {
        return state.get();
      }
    }
    throw CeriumException.of(ErrorCode.REGISTRY_CONFLICT, "name", change.name().toString());
  }

  @Override
  public ModelSource artifact(ModelVersion version) {
    return blobs.open(version.digest(), version.bytes(), version.source());
  }
}
