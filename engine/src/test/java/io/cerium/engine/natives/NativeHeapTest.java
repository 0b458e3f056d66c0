package io.cerium.engine.natives;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;

class NativeHeapTest {
  private static final int PIECES = 2000;

  /** So small that the C library takes it from its heap, not from the system by itself. */
  private static final long PIECE = 64 << 10;

  @Test
  void whatWasFreedGoesBackToTheSystem() throws IOException {
    NativeHeap.trim();
    List<Pointer> pieces = new ArrayList<>();
    for (int i = 0; i <= PIECES; i++) {
      Pointer piece = Pointer.malloc(PIECE);
      Pointer.memset(piece, 1, PIECE);
      pieces.add(piece);
    }
    // The last one lies above the others, which stay with the process because of it.
    Pointer last = pieces.remove(PIECES);
    pieces.forEach(Pointer::free);
    long before = residentBytes();
    NativeHeap.trim();
    assertThat(before - residentBytes()).isGreaterThan(PIECES * PIECE / 2);
    Pointer.free(last);
  }

  private static long residentBytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
        .findFirst()
        .orElseThrow();
  }
}
