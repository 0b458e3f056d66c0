package io.cerium.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A private local copy of an artifact: what was inspected is what will be committed. The one who
 * staged it owns it and closes it, committed or not.
 *
 * @param location what the user typed
 * @param file the local copy, alone in a folder that only this user may enter; {@link #close}
 *     deletes both
 * @param digest its SHA-256, 64 hexadecimal digits in lower case
 * @param bytes its size
 */
public record StagedArtifact(String location, Path file, String digest, long bytes)
    implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StagedArtifact.class);

  /** Deletes the copy; a second call does nothing. */
  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
      Files.deleteIfExists(file.getParent());
    } catch (IOException e) {
      // The statement is done by now: a copy left over must not turn its success into a failure.
      LOG.warn("The temporary copy '{}' of '{}' cannot be deleted", file, location, e);
    }
  }
}
