package io.cerium.registry.file;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.engine.model.ModelSource;
import io.cerium.registry.StagedArtifact;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Artifacts by their SHA-256, each written once. A blob is hashed before its first use, and again
 * when its file has changed. Safe for all threads.
 */
final class BlobStore {
  private static final int REMEMBERED = 1024;

  private final FileSystem files;
  private final RegistryLayout layout;
  private final ExclusiveWrite write;
  private final Map<String, FileStamp> verified =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, FileStamp> eldest) {
              return size() > REMEMBERED;
            }
          });

  BlobStore(FileSystem files, RegistryLayout layout, ExclusiveWrite write) {
    this.files = files;
    this.layout = layout;
    this.write = write;
  }

  /** Makes a staged artifact durable; one that is there already is checked and kept. */
  void put(StagedArtifact staged) {
    Path blob = layout.blob(staged.digest());
    try {
      if (files.exists(blob) || !write.write(blob, out -> copy(staged, out))) {
        verify(staged.digest(), staged.bytes());
      }
    } catch (IOException e) {
      throw RegistryFailure.unavailable(layout.root(), "written", e);
    }
  }

  private static void copy(StagedArtifact staged, OutputStream out) throws IOException {
    try (InputStream in = Files.newInputStream(staged.file())) {
      if (!DigestedCopy.copy(in, out).digest().equals(staged.digest())) {
        throw CeriumException.of(
            ErrorCode.ARTIFACT_NOT_FOUND,
            "location",
            staged.location(),
            "reason",
            "its private copy '" + staged.file() + "' was changed before it was committed");
      }
    }
  }

  /**
   * @param source what a user calls the artifact
   */
  ModelSource open(String digest, long bytes, String source) {
    Path blob = layout.blob(digest);
    try {
      if (write instanceof LocalLink) {
        verify(digest, bytes);
        return new ModelSource.File(source, LocalLink.local(blob));
      }
      if (bytes > Integer.MAX_VALUE - 8) {
        throw CeriumException.of(
            ErrorCode.ARTIFACT_UNSUPPORTED,
            "location",
            source,
            "reason",
            "it has " + bytes + " bytes, more than the 2 GiB that fit into memory at once",
            "remedy",
            "Set spark.cerium.registry.location to a folder on a local disk.");
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream((int) bytes);
      check(digest, bytes, out);
      return new ModelSource.Bytes(source, out.toByteArray());
    } catch (IOException e) {
      throw RegistryFailure.unavailable(layout.root(), "read", e);
    }
  }

  private void verify(String digest, long bytes) throws IOException {
    Optional<FileStamp> stamp = FileStamp.find(files, layout.blob(digest));
    if (stamp.isEmpty() || !stamp.get().equals(verified.get(digest))) {
      check(digest, bytes, OutputStream.nullOutputStream());
      stamp.ifPresent(seen -> verified.put(digest, seen));
    }
  }

  private void check(String digest, long bytes, OutputStream out) throws IOException {
    Path blob = layout.blob(digest);
    DigestedCopy found;
    try (InputStream in = files.open(blob)) {
      found = DigestedCopy.copy(in, out);
    } catch (FileNotFoundException e) {
      throw RegistryFailure.corrupt(
          layout.root(),
          e,
          "the model file '" + blob + "' is gone",
          "Restore it from a copy, or create the model again from its source.");
    }
    if (!found.digest().equals(digest)) {
      throw RegistryFailure.corrupt(
          layout.root(),
          null,
          "the model file '"
              + blob
              + "' was changed or cut off: it has "
              + found.bytes()
              + " bytes with another checksum, "
              + bytes
              + " were stored",
          "Restore it from a copy, or delete it and create the model again from its source.");
    }
  }
}
