package io.cerium.registry;

import io.cerium.engine.model.Signature;
import java.util.List;
import java.util.Map;

/** What a statement asks the registry to do, as one atomic change. */
public sealed interface RegistryChange {
  /** The model that it is about. */
  ModelName name();

  /** The user who asked for it. */
  String user();

  /** What to do if a model of the name is there already. */
  enum IfExists {
    /** MODEL_ALREADY_EXISTS. */
    FAIL,
    /** The model gets a further version. */
    ADD_VERSION,
    /** Nothing is changed. */
    KEEP
  }

  /**
   * A new version, and the model if it is its first. It becomes the default version.
   *
   * @param artifact staged before; stays the caller's to close
   * @param provider what stood after {@code USING}
   * @param options keys in lower case
   * @param labels empty without labels
   * @param comment of the model; empty leaves it as it is
   */
  record AddVersion(
      ModelName name,
      IfExists ifExists,
      StagedArtifact artifact,
      String provider,
      Signature signature,
      Map<String, String> options,
      List<String> labels,
      String comment,
      String user)
      implements RegistryChange {}

  /**
   * The model goes with all its versions. A later one of that name starts at version 1.
   *
   * @param ifExists whether a missing model is no error
   */
  record Drop(ModelName name, boolean ifExists, String user) implements RegistryChange {}
}
