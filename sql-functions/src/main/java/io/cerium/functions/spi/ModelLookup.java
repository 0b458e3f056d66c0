package io.cerium.functions.spi;

import io.cerium.registry.ModelName;
import io.cerium.registry.ModelVersion;
import java.io.Serializable;
import java.util.Optional;

/** Answers names of models from one snapshot of the registry. */
public interface ModelLookup {
  /**
   * A model's name and the version that a statement uses.
   *
   * @param name the model
   * @param version pinned
   */
  record PinnedModel(ModelName name, ModelVersion version) implements Serializable {
    /** As in {@code efficientnet@1}. */
    @Override
    public String toString() {
      return name + "@" + version.version();
    }
  }

  /** As {@link #resolve}, empty where there is no such model or where the name cannot be one. */
  Optional<PinnedModel> find(String name);

  /**
   * @param name as typed: {@code m}, {@code ns.m}
   * @throws io.cerium.engine.error.CeriumException MODEL_NOT_FOUND with the nearest names
   */
  PinnedModel resolve(String name);
}
