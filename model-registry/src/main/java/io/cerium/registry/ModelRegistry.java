package io.cerium.registry;

import io.cerium.engine.model.ModelSource;

/**
 * Where models live. Every change is atomic: a reader sees it whole or not at all. Safe for all
 * threads and for several processes at once.
 *
 * <p>Any call may fail with a {@link io.cerium.engine.error.CeriumException}: REGISTRY_UNAVAILABLE
 * if the registry cannot be reached, REGISTRY_CORRUPT if what lies there was damaged,
 * REGISTRY_FORMAT_UNSUPPORTED if a newer version wrote it.
 */
public interface ModelRegistry {
  /** The newest state, read now; cheap while nothing changes. */
  RegistrySnapshot snapshot();

  /**
   * Copies an artifact to a private local file and takes its SHA-256.
   *
   * @param location a path or URI of any Hadoop file system, of a file or of a folder with exactly
   *     one {@code .onnx} file; without a scheme on the default file system, relative paths against
   *     the working folder. {@code ~} and wildcards have no meaning
   * @return owned by the caller, who closes it
   * @throws io.cerium.engine.error.CeriumException ARTIFACT_NOT_FOUND if nothing can be read there,
   *     ARTIFACT_COPY_FAILED if the local disk does not take it
   */
  StagedArtifact stage(String location);

  /**
   * Makes a change durable. The artifact of a new version is copied and stays the caller's.
   *
   * @return the state right after the change: the new version is the default of its model. Without
   *     a new commit where the change wants nothing done
   * @throws io.cerium.engine.error.CeriumException REGISTRY_CONFLICT if another writer came first
   *     again and again; MODEL_ALREADY_EXISTS and MODEL_NOT_FOUND as the change demands
   */
  RegistrySnapshot commit(RegistryChange change);

  /**
   * The bytes of a committed artifact, checked against its digest. Those of a dropped model are
   * still there.
   *
   * @return a file where the registry lies on a local disk, which nobody may write; else the bytes
   * @throws io.cerium.engine.error.CeriumException REGISTRY_CORRUPT if the artifact is gone or was
   *     changed; ARTIFACT_UNSUPPORTED if it is too large for memory
   */
  ModelSource artifact(ModelVersion version);
}
