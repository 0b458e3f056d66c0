package io.cerium.registry;

import java.util.List;
import java.util.Optional;

/** The registry as it was at one commit; immutable, safe for all threads. */
public interface RegistrySnapshot {
  /** The number of the last commit that is seen here; 0 for an empty registry. */
  long commit();

  Optional<ModelRecord> find(ModelName name);

  /** All models, ordered by namespace and name. */
  List<ModelRecord> models();
}
