package io.cerium.catalyst.session;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.functions.spi.ModelLookup;
import io.cerium.registry.ModelRecord;
import io.cerium.registry.ModelVersion;
import io.cerium.registry.RegistrySnapshot;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Answers names as users type them, {@code m}, {@code ns.m}, {@code m@3}, from one snapshot. */
final class SnapshotLookup implements ModelLookup {
  private final Supplier<RegistrySnapshot> snapshot;

  SnapshotLookup(Supplier<RegistrySnapshot> snapshot) {
    this.snapshot = snapshot;
  }

  @Override
  public Optional<PinnedModel> find(String typed) {
    try {
      return Optional.of(resolve(typed));
    } catch (CeriumException e) {
      if (e.code() == ErrorCode.MODEL_NOT_FOUND || e.code() == ErrorCode.MODEL_NAME_INVALID) {
        return Optional.empty();
      }
      throw e;
    }
  }

  @Override
  public PinnedModel resolve(String typed) {
    ModelReference reference = ModelReference.parse(typed);
    ModelRecord model = snapshot.get().resolve(reference.name());
    ModelVersion version =
        reference
            .version()
            .map(v -> version(model, typed, v))
            .orElseGet(model::defaultModelVersion);
    return new PinnedModel(model.name(), version);
  }

  private static ModelVersion version(ModelRecord model, String typed, String wanted) {
    return model.versions().stream()
        .filter(version -> Integer.toString(version.version()).equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                CeriumException.of(
                    ErrorCode.MODEL_NOT_FOUND, "name", typed, "near", versions(model)));
  }

  private static String versions(ModelRecord model) {
    List<Integer> versions = model.versions().stream().map(ModelVersion::version).toList();
    return "The versions of '"
        + model.name()
        + "' are: "
        + versions.stream().map(String::valueOf).collect(Collectors.joining(", "))
        + ".";
  }
}
