package io.cerium.registry;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

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

  /**
   * A version as users name it.
   *
   * @throws CeriumException MODEL_NOT_FOUND with the versions that there are
   */
  public ModelVersion resolve(String wanted) {
    return versions.stream()
        .filter(v -> Integer.toString(v.version()).equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                CeriumException.of(
                    ErrorCode.MODEL_NOT_FOUND,
                    "name",
                    name + "@" + wanted,
                    "near",
                    "The versions of '"
                        + name
                        + "' are: "
                        + versions.stream()
                            .map(v -> Integer.toString(v.version()))
                            .collect(Collectors.joining(", "))
                        + "."));
  }
}
