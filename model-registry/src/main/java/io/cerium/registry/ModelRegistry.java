package io.cerium.registry;

import io.cerium.engine.model.ModelSource;

/**
 * Where models live. Every change is atomic: a reader sees it whole or not at all. Safe for all
 * threads and for several processes at once.
 */
public interface ModelRegistry {
  /** The newest state, read now. */
  RegistrySnapshot snapshot();

  /**
   * Copies an artifact to a private local file and takes its SHA-256.
   *
   * @param location a path or URI of any Hadoop file system; relative paths against the working
   *     folder
   * @throws io.cerium.engine.error.CeriumException if nothing can be read there
   */
  StagedArtifact stage(String location);

  /**
   * Makes a change durable.
   *
   * @return the state right after the change
   * @throws io.cerium.engine.error.CeriumException REGISTRY_CONFLICT if another writer came first
   *     again and again; MODEL_ALREADY_EXISTS and MODEL_NOT_FOUND as the change demands
   */
  RegistrySnapshot commit(RegistryChange change);

  /**
   * The bytes of a committed artifact.
   *
   * @return a file where the registry lies on a local disk, else the bytes
   * @throws io.cerium.engine.error.CeriumException REGISTRY_CORRUPT if the blob is gone
   */
  ModelSource artifact(ModelVersion version);
}
