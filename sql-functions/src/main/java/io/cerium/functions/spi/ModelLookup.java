package io.cerium.functions.spi;

import io.cerium.registry.ModelName;
import io.cerium.registry.ModelVersion;

/** Answers names of models from one snapshot of the registry. */
public interface ModelLookup {
  /**
   * A model's name and the version that a statement uses.
   *
   * @param name the model
   * @param version pinned
   */
  record PinnedModel(ModelName name, ModelVersion version) {}

  /**
   * @param name as typed: {@code m}, {@code ns.m}
   * @throws io.cerium.engine.error.CeriumException MODEL_NOT_FOUND with the nearest names
   */
  PinnedModel resolve(String name);
}
