package io.cerium.registry.file;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.cerium.registry.ModelName;
import io.cerium.registry.ModelVersion;
import java.time.Instant;

/**
 * One change of the registry as it lies on disk.
 *
 * @param number counted from 1, without gaps
 * @param previous checksum of the record before; empty for the first
 * @param at when, to the millisecond
 * @param by the user
 */
record CommitRecord(long number, String previous, Instant at, String by, Change change) {
  /** What changed. A new kind of change needs a new {@link SealedJson#FORMAT}. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = VersionAdded.class, name = "version-added"),
    @JsonSubTypes.Type(value = ModelDropped.class, name = "model-dropped")
  })
  sealed interface Change {
    ModelName name();
  }

  /**
   * A version of a model that is new, or has one less version.
   *
   * @param comment of the model; empty leaves it as it is
   */
  record VersionAdded(ModelName name, ModelVersion version, String comment) implements Change {
    VersionAdded {
      if (!RegistryLayout.isDigest(version.digest())) {
        throw new IllegalArgumentException("no SHA-256: '" + version.digest() + "'");
      }
    }
  }

  /** A model is gone with all its versions; the next one of that name starts at version 1. */
  record ModelDropped(ModelName name) implements Change {}

  CommitRecord {
    if (number < 1 || previous == null || at == null || by == null || change == null) {
      throw new IllegalArgumentException("a commit record lacks a field");
    }
  }
}
