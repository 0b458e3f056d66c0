package io.cerium.registry.file;

import io.cerium.registry.ModelRecord;
import java.util.List;

/**
 * The whole state at one commit, so that a reader need not replay all commits before it.
 *
 * @param commit its number
 * @param record checksum of that commit's record: a checkpoint of another history does not count
 */
record Checkpoint(long commit, String record, List<ModelRecord> models) {
  Checkpoint {
    models = List.copyOf(models);
  }
}
