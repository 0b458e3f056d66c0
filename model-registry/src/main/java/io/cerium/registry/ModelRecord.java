package io.cerium.registry;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * A model with all its versions.
 *
 * @param versions by ascending version, at least one
 * @param defaultVersion the version that is used where none is named
 * @param comment empty without one
 * @param owner the user that made its first version
 * @param createdAt when its first version was made
 * @param updatedAt when it was changed last
 */
public record ModelRecord(
    ModelName name,
    List<ModelVersion> versions,
    int defaultVersion,
    String comment,
    String owner,
    Instant createdAt,
    Instant updatedAt)
    implements Serializable {
  public ModelRecord {
    versions = List.copyOf(versions);
  }

  /** The version that is used where none is named. */
  public ModelVersion defaultModelVersion() {
    return versions.stream().filter(v -> v.version() == defaultVersion).findFirst().orElseThrow();
  }
}
