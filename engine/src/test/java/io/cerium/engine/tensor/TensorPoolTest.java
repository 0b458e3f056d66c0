package io.cerium.engine.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TensorPoolTest {
  @Test
  void aClosedTensorsMemoryServesTheNext() {
    TensorPool pool = new TensorPool(1 << 20);
    Tensor first = pool.allocate(ElementType.FLOAT, Shape.of(10, 10));
    first.data().asFloatBuffer().put(99, 7);
    assertThat(pool.outstandingBytes()).isGreaterThanOrEqualTo(400);
    first.close();
    assertThat(pool.outstandingBytes()).isZero();
    assertThat(pool.idleBytes()).isGreaterThanOrEqualTo(400);
    try (Tensor second = pool.allocate(ElementType.FLOAT, Shape.of(100))) {
      assertThat(second.data().asFloatBuffer().get(99)).isEqualTo(7);
      assertThat(pool.idleBytes()).isZero();
    }
  }

  @Test
  void closingTwiceGivesBackOnce() {
    TensorPool pool = new TensorPool(1 << 20);
    Tensor tensor = pool.allocate(ElementType.INT8, Shape.of(5));
    tensor.close();
    tensor.close();
    assertThat(pool.outstandingBytes()).isZero();
    assertThat(pool.idleBytes()).isEqualTo(256);
    try (Tensor one = pool.allocate(ElementType.INT8, Shape.of(5));
        Tensor other = pool.allocate(ElementType.INT8, Shape.of(5))) {
      one.data().put(0, (byte) 1);
      other.data().put(0, (byte) 2);
      assertThat(one.data().get(0)).isEqualTo((byte) 1);
    }
  }

  @Test
  void idleBytesAreBoundedAndTheLongestUnusedGoFirst() {
    TensorPool pool = new TensorPool(2048);
    Tensor small = pool.allocate(ElementType.INT8, Shape.of(512));
    Tensor large = pool.allocate(ElementType.INT8, Shape.of(1024));
    Tensor larger = pool.allocate(ElementType.INT8, Shape.of(2048));
    small.close();
    large.close();
    assertThat(pool.idleBytes()).isEqualTo(1536);
    larger.close();
    assertThat(pool.idleBytes()).isEqualTo(2048);
    assertThat(pool.outstandingBytes()).isZero();
  }

  @Test
  void aBufferLargerThanTheBoundIsNotKept() {
    TensorPool pool = new TensorPool(1000);
    pool.allocate(ElementType.INT8, Shape.of(5000)).close();
    assertThat(pool.idleBytes()).isZero();
  }

  @Test
  void whatLiesIdleMakesRoomForWhatIsLarger(@TempDir Path folder) throws Exception {
    Path answer = folder.resolve("answer.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:MaxDirectMemorySize=64m",
                "-cp",
                System.getProperty("java.class.path"),
                SmallMemory.class.getName(),
                answer.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output.txt").toFile())
            .start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).as(Files.readString(folder.resolve("output.txt"))).isZero();
      assertThat(answer).hasContent("0 idle, refused");
    } finally {
      process.destroyForcibly();
    }
  }

  /** 40 MiB idle, then 48 MiB wanted, of 64 MiB; then more than there is. */
  static final class SmallMemory {
    private SmallMemory() {}

    public static void main(String[] arguments) throws IOException {
      TensorPool pool = new TensorPool(64 << 20);
      pool.allocate(ElementType.INT8, Shape.of(40 << 20)).close();
      try (Tensor large = pool.allocate(ElementType.INT8, Shape.of(48 << 20))) {
        large.data().put(0, (byte) 1);
        String idle = pool.idleBytes() + " idle";
        try (Tensor larger = pool.allocate(ElementType.INT8, Shape.of(32 << 20))) {
          throw new IllegalStateException("found " + larger.data().capacity() + " bytes more");
        } catch (OutOfMemoryError e) {
          Files.writeString(Path.of(arguments[0]), idle + ", refused");
        }
      }
    }
  }

  @Test
  void atMostAQuarterOfABufferIsUnused() {
    for (long bytes = 257; bytes < 100_000; bytes += 7) {
      int capacity = TensorPool.sizeClass(bytes);
      assertThat((long) capacity).isGreaterThanOrEqualTo(bytes);
      assertThat(capacity - bytes).isLessThanOrEqualTo(bytes / 4);
    }
    assertThat(TensorPool.sizeClass(0)).isEqualTo(256);
    assertThat(TensorPool.sizeClass(Integer.MAX_VALUE)).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void refusesTextAndWhatNoBufferHolds() {
    TensorPool pool = new TensorPool(1000);
    assertThatThrownBy(() -> pool.allocate(ElementType.STRING, Shape.of(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> pool.allocate(ElementType.DOUBLE, Shape.of(1L << 30)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 GiB");
  }

  @Test
  void manyThreadsNeverShareABuffer() throws Exception {
    TensorPool pool = new TensorPool(1 << 20);
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      List<Future<Boolean>> answers = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        int seed = i;
        answers.add(threads.submit(() -> keepsItsValues(pool, seed)));
      }
      for (Future<Boolean> answer : answers) {
        assertThat(answer.get(60, TimeUnit.SECONDS)).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(pool.outstandingBytes()).isZero();
    assertThat(pool.idleBytes()).isLessThanOrEqualTo(1 << 20);
  }

  private static boolean keepsItsValues(TensorPool pool, int seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 2000; round++) {
      int size = 1 + random.nextInt(2000);
      try (Tensor tensor = pool.allocate(ElementType.INT32, Shape.of(size))) {
        for (int i = 0; i < size; i++) {
          tensor.data().putInt(4 * i, seed);
        }
        for (int i = 0; i < size; i++) {
          if (tensor.data().getInt(4 * i) != seed) {
            return false;
          }
        }
      }
    }
    return true;
  }
}
