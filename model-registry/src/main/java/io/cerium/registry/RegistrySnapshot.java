package io.cerium.registry;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.engine.error.NearestNames;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The registry as it was at one commit; immutable, safe for all threads. */
public interface RegistrySnapshot {
  /** The number of the last commit that is seen here; 0 for an empty registry. */
  long commit();

  /** The model of that name, if there is one. */
  Optional<ModelRecord> find(ModelName name);

  /** All models, ordered by namespace and name. */
  List<ModelRecord> models();

  /**
   * The model of that name.
   *
   * @throws CeriumException MODEL_NOT_FOUND with the same name in other namespaces, or the nearest
   *     names
   */
  default ModelRecord resolve(ModelName name) {
    return find(name)
        .orElseThrow(
            () ->
                CeriumException.of(
                    ErrorCode.MODEL_NOT_FOUND, "name", name.toString(), "near", near(name)));
  }

  private String near(ModelName name) {
    List<ModelName> names = models().stream().map(ModelRecord::name).toList();
    if (names.isEmpty()) {
      return "The registry is empty.";
    }
    String elsewhere =
        names.stream()
            .filter(other -> other.name().equals(name.name()))
            .map(other -> "'" + other + "'")
            .collect(Collectors.joining(", "));
    if (!elsewhere.isEmpty()) {
      return "In another namespace there is " + elsewhere + ".";
    }
    String near =
        NearestNames.hint(name.toString(), names.stream().map(ModelName::toString).toList());
    return near.isEmpty() ? "No name is similar." : near;
  }
}
