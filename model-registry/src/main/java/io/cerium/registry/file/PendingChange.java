package io.cerium.registry.file;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.registry.ModelRecord;
import io.cerium.registry.ModelVersion;
import io.cerium.registry.RegistryChange;
import io.cerium.registry.file.CommitRecord.Change;
import io.cerium.registry.file.CommitRecord.ModelDropped;
import io.cerium.registry.file.CommitRecord.VersionAdded;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What a change that was asked for comes to on a given state. */
final class PendingChange {
  private PendingChange() {}

  /**
   * The commit to make on top of {@code base}; empty if the change wants nothing done.
   *
   * @throws CeriumException MODEL_ALREADY_EXISTS, MODEL_NOT_FOUND
   */
  static Optional<CommitRecord> on(CommitLog.Head base, RegistryChange wanted) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    Optional<ModelRecord> model = base.state().find(wanted.name());
    Optional<? extends Change> change;
    if (wanted instanceof RegistryChange.AddVersion add) {
      change = added(add, model, now);
    } else {
      RegistryChange.Drop drop = (RegistryChange.Drop) wanted;
      if (model.isEmpty() && !drop.ifExists()) {
        base.state().resolve(drop.name());
      }
      change = model.map(m -> new ModelDropped(m.name()));
    }
    return change.map(c -> new CommitRecord(base.next(), base.sha256(), now, wanted.user(), c));
  }

  private static Optional<VersionAdded> added(
      RegistryChange.AddVersion add, Optional<ModelRecord> model, Instant now) {
    if (model.isPresent()) {
      switch (add.ifExists()) {
        case KEEP:
          return Optional.empty();
        case FAIL:
          throw CeriumException.of(ErrorCode.MODEL_ALREADY_EXISTS, "name", add.name().toString());
        case ADD_VERSION:
      }
    }
    int last = model.map(m -> m.versions().get(m.versions().size() - 1).version()).orElse(0);
    ModelVersion version =
        new ModelVersion(
            last + 1,
            add.provider(),
            add.artifact().digest(),
            add.artifact().bytes(),
            add.signature(),
            add.options(),
            add.labels(),
            add.artifact().location(),
            now,
            add.user());
    return Optional.of(new VersionAdded(add.name(), version, add.comment()));
  }
}
