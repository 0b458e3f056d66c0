package io.cerium.registry;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.engine.error.NearestName;
import java.util.List;
import java.util.Optional;

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
    List<String> elsewhere =
        models().stream()
            .map(ModelRecord::name)
            .filter(other -> other.name().equals(name.name()))
            .map(ModelName::toString)
            .toList();
    if (!elsewhere.isEmpty()) {
      return "In another namespace there is " + NearestName.quoted(elsewhere, ", ") + ".";
    }
    List<String> names = models().stream().map(model -> model.name().toString()).toList();
    List<String> near = NearestName.near(name.toString(), names);
    if (!near.isEmpty()) {
      return "Did you mean " + NearestName.quoted(near, " or ") + "?";
    }
    return names.isEmpty() ? "The registry is empty." : "No name is similar.";
  }
}
