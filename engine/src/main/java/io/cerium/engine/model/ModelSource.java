package io.cerium.engine.model;

import java.io.ByteArrayInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Where a runtime finds a model's artifact. */
public sealed interface ModelSource {
  /** What a user calls it: the location that was typed; for messages only. */
  String location();

  /** The artifact from its first byte; the caller closes it. */
  InputStream open() throws IOException;

  /** A file on a local disk. */
  record File(String location, Path path) implements ModelSource {
    @Override
    public InputStream open() throws IOException {
      // Not a channel's stream: an interrupt of this thread would close it under the reader.
      return new FileInputStream(path.toFile());
    }
  }

  /** The artifact in memory; the array is shared and never written. */
  record Bytes(String location, byte[] bytes) implements ModelSource {
    @Override
    public InputStream open() {
      return new ByteArrayInputStream(bytes);
    }
  }
}
