package io.cerium.catalyst.session;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.functions.spi.ModelLookup;
import io.cerium.registry.ModelRecord;
import io.cerium.registry.ModelVersion;
import io.cerium.registry.RegistrySnapshot;
import java.util.Optional;
import java.util.function.Supplier;

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
        reference.version().map(model::resolve).orElseGet(model::defaultModelVersion);
    return new PinnedModel(model.name(), version);
  }
}
