package io.cerium.registry.file;

import io.cerium.registry.ModelName;
import io.cerium.registry.ModelRecord;
import io.cerium.registry.ModelVersion;
import io.cerium.registry.RegistrySnapshot;
import io.cerium.registry.file.CommitRecord.ModelDropped;
import io.cerium.registry.file.CommitRecord.VersionAdded;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** All models as of one commit; immutable. */
final class RegistryState implements RegistrySnapshot {
  static final RegistryState EMPTY = new RegistryState(0, new TreeMap<>());

  private final long commit;
  private final NavigableMap<ModelName, ModelRecord> models;

  private RegistryState(long commit, NavigableMap<ModelName, ModelRecord> models) {
    this.commit = commit;
    this.models = models;
  }

  static RegistryState of(long commit, Collection<ModelRecord> records) {
    NavigableMap<ModelName, ModelRecord> models = new TreeMap<>();
    records.forEach(record -> models.put(record.name(), record));
    return new RegistryState(commit, models);
  }

  @Override
  public long commit() {
    return commit;
  }

  @Override
  public Optional<ModelRecord> find(ModelName name) {
    return Optional.ofNullable(models.get(name));
  }

  @Override
  public List<ModelRecord> models() {
    return List.copyOf(models.values());
  }

  /** This state with further commits, in their order. */
  RegistryState after(List<CommitRecord> commits) {
    NavigableMap<ModelName, ModelRecord> changed = new TreeMap<>(models);
    long last = commit;
    for (CommitRecord record : commits) {
      last = record.number();
      ModelName name = record.change().name();
      if (record.change() instanceof VersionAdded added) {
        changed.put(name, withVersion(changed.get(name), added, record));
      } else if (record.change() instanceof ModelDropped) {
        changed.remove(name);
      }
    }
    return new RegistryState(last, changed);
  }

  private static ModelRecord withVersion(
      ModelRecord model, VersionAdded added, CommitRecord commit) {
    ModelVersion version = added.version();
    if (model == null) {
      return new ModelRecord(
          added.name(),
          List.of(version),
          version.version(),
          added.comment(),
          commit.by(),
          commit.at(),
          commit.at());
    }
    List<ModelVersion> versions = new ArrayList<>(model.versions());
    versions.add(version);
    return new ModelRecord(
        model.name(),
        versions,
        version.version(),
        added.comment().isEmpty() ? model.comment() : added.comment(),
        model.owner(),
        model.createdAt(),
        commit.at());
  }
}
