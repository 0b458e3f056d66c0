package io.cerium.registry;

import io.cerium.engine.model.Signature;
import java.util.List;
import java.util.Map;

/** What a statement asks the registry to do, as one atomic change. */
public sealed interface RegistryChange {
  ModelName name();

  /** What to do if a model of the name is there already. */
  enum IfExists {
    FAIL,
    ADD_VERSION,
    KEEP
  }

  /**
   * A new version, and the model if it is its first.
   *
   * @param artifact staged before; its bytes become the blob
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
   * The model with all its versions goes.
   *
   * @param ifExists whether a missing model is no error
   */
  record Drop(ModelName name, boolean ifExists, String user) implements RegistryChange {}
}
