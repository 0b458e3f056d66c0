package io.cerium.engine.model;

import java.nio.file.Path;

/** Where a runtime finds a model's artifact. */
public sealed interface ModelSource {
  /** What a user calls it: the location that was typed; for messages only. */
  String location();

  /** A file on a local disk. */
  record File(String location, Path path) implements ModelSource {}

  /** The artifact in memory; the array is shared and never written. */
  record Bytes(String location, byte[] bytes) implements ModelSource {}
}
