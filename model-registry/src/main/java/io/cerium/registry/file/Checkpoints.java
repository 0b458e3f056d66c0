package io.cerium.registry.file;

import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes and finds checkpoints. They only shorten reading: one that is missing or damaged is passed
 * over, and the commit records tell the same.
 */
final class Checkpoints {
  /** How many commits lie between two checkpoints. */
  static final int INTERVAL = 32;

  private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

  private final FileSystem files;
  private final RegistryLayout layout;
  private final ExclusiveWrite write;
  private final RecordFiles records;

  Checkpoints(FileSystem files, RegistryLayout layout, ExclusiveWrite write) {
    this.files = files;
    this.layout = layout;
    this.write = write;
    this.records = new RecordFiles(files);
  }

  /**
   * @param sha256 checksum of the record of the state's last commit
   */
  void writeIfDue(RegistryState state, String sha256) {
    if (state.commit() % INTERVAL != 0) {
      return;
    }
    try {
      SealedJson sealed = SealedJson.seal(new Checkpoint(state.commit(), sha256, state.models()));
      write.write(layout.checkpoint(state.commit()), out -> out.write(sealed.bytes()));
    } catch (IOException | UnreadableRecordException e) {
      // The commit is made: its writer must not be told that it failed.
      LOG.warn("No checkpoint of the model registry at '{}' was written", layout.root(), e);
    }
  }

  /** The newest state that can be trusted, with the checksum and stamp of its last record. */
  Optional<CommitLog.Head> newest() throws IOException {
    for (long number : records.numbers(layout.checkpoints()).descendingSet()) {
      Optional<FileStamp> stamp = FileStamp.find(files, layout.commit(number));
      if (stamp.isEmpty()) {
        continue;
      }
      try {
        Checkpoint checkpoint = records.open(layout.checkpoint(number), Checkpoint.class).value();
        String sha256 = records.open(layout.commit(number), CommitRecord.class).sha256();
        if (checkpoint.commit() == number && checkpoint.record().equals(sha256)) {
          RegistryState state = RegistryState.of(number, checkpoint.models());
          return Optional.of(new CommitLog.Head(state, sha256, stamp));
        }
      } catch (UnreadableRecordException e) {
        LOG.warn("The checkpoint '{}' is passed over", layout.checkpoint(number), e);
      }
    }
    return Optional.empty();
  }
}
