package io.cerium.engine.image;

import java.util.List;

/**
 * A stretch of a file.
 *
 * @param from its first byte
 * @param to behind its last byte
 */
record FilePart(int from, int to) {
  static List<FilePart> whole(FileBytes bytes) {
    return List.of(new FilePart(0, bytes.length()));
  }

  int length() {
    return to - from;
  }
}
