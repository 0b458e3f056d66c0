package io.cerium.registry;

import java.nio.file.Path;

/**
 * A private local copy of an artifact: what was inspected is what will be committed.
 *
 * @param location what the user typed
 * @param file the local copy, deleted by {@link #close}
 * @param digest its SHA-256, 64 hexadecimal digits
 */
public record StagedArtifact(String location, Path file, String digest, long bytes)
    implements AutoCloseable {
  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
