package io.cerium.registry.file;

import io.cerium.engine.error.CeriumException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;

/**
 * The commit records of a registry, replayed into its state. Keeps the newest state that it has
 * seen: reading again costs two looks at the file system as long as nothing changed. Safe for all
 * threads.
 */
final class CommitLog {
  private static final String REMEDY =
      "Restore the file from a copy. Without one, move it and all commit records after it to"
          + " another folder: that brings back the state before it.";

  private final FileSystem files;
  private final RegistryLayout layout;
  private final ExclusiveWrite write;
  private final RecordFiles records;
  private final Checkpoints checkpoints;
  private volatile Head head;

  /**
   * The last commit that was seen.
   *
   * @param sha256 checksum of its record; empty before the first
   * @param stamp of its record's file; empty before the first
   */
  record Head(RegistryState state, String sha256, Optional<FileStamp> stamp) {
    static final Head NONE = new Head(RegistryState.EMPTY, "", Optional.empty());

    long next() {
      return state.commit() + 1;
    }
  }

  CommitLog(FileSystem files, RegistryLayout layout, ExclusiveWrite write) {
    this.files = files;
    this.layout = layout;
    this.write = write;
    this.records = new RecordFiles(files);
    this.checkpoints = new Checkpoints(files, layout, write);
  }

  /** The newest commit there is now. */
  Head read() {
    try {
      Head seen = head;
      boolean newest = seen != null && isThere(seen) && stamp(seen.next()).isEmpty();
      return newest ? seen : readOn();
    } catch (IOException e) {
      throw RegistryFailure.unavailable(layout.root(), "read", e);
    }
  }

  /**
   * Writes the commit that follows {@code base}.
   *
   * @return the state with it; empty if another writer took its number
   * @throws CeriumException ARTIFACT_UNSUPPORTED if the record could not be read again
   */
  Optional<RegistryState> append(Head base, CommitRecord record) {
    SealedJson sealed = sealed(record);
    try {
      if (!write.write(layout.commit(record.number()), out -> out.write(sealed.bytes()))) {
        return Optional.empty();
      }
    } catch (IOException e) {
      throw RegistryFailure.unavailable(layout.root(), "written", e);
    }
    RegistryState state = base.state().after(List.of(record));
    checkpoints.writeIfDue(state, sealed.sha256());
    return Optional.of(state);
  }

  private static SealedJson sealed(CommitRecord record) {
    try {
      return SealedJson.seal(record);
    } catch (UnreadableRecordException e) {
      throw RegistryFailure.unrecordable(record, e);
    }
  }

  private synchronized Head readOn() throws IOException {
    // Gone or changed: the folder was deleted or restored, and another registry lies there now.
    boolean known = head != null && head.state().commit() > 0 && isThere(head);
    Head newest = replay(known ? head : checkpoints.newest().orElse(Head.NONE));
    if (!known) {
      checkNoneAfter(newest);
    }
    head = newest;
    return newest;
  }

  private boolean isThere(Head seen) throws IOException {
    return seen.stamp().isEmpty() || seen.stamp().equals(stamp(seen.state().commit()));
  }

  private Optional<FileStamp> stamp(long number) throws IOException {
    return FileStamp.find(files, layout.commit(number));
  }

  private Head replay(Head base) throws IOException {
    List<CommitRecord> commits = new ArrayList<>();
    String sha256 = base.sha256();
    Optional<FileStamp> last = base.stamp();
    long number = base.next();
    for (var stamp = stamp(number); stamp.isPresent(); stamp = stamp(number)) {
      SealedJson.Opened<CommitRecord> opened = open(number);
      CommitRecord record = opened.value();
      if (record.number() != number || !record.previous().equals(sha256)) {
        throw damaged(number, "does not follow on the record before it", null);
      }
      commits.add(record);
      sha256 = opened.sha256();
      last = stamp;
      number++;
    }
    return new Head(base.state().after(commits), sha256, last);
  }

  /** A record that lies behind a gap would otherwise be lost without a word. */
  private void checkNoneAfter(Head newest) throws IOException {
    NavigableSet<Long> numbers = records.numbers(layout.commits());
    boolean gap = !numbers.isEmpty() && numbers.last() > newest.next();
    if (gap && stamp(newest.next()).isEmpty()) {
      throw damaged(newest.next(), "is missing, but later ones are there", null);
    }
  }

  private SealedJson.Opened<CommitRecord> open(long number) throws IOException {
    try {
      return records.open(layout.commit(number), CommitRecord.class);
    } catch (UnreadableRecordException e) {
      throw e.newerFormat() > 0
          ? RegistryFailure.newerFormat(layout.root(), e.newerFormat())
          : damaged(number, "cannot be trusted: " + e.getMessage(), e);
    }
  }

  private CeriumException damaged(long number, String problem, Throwable cause) {
    String reason = "the commit record '" + layout.commit(number) + "' " + problem;
    return RegistryFailure.corrupt(layout.root(), cause, reason, REMEDY);
  }
}
