package io.cerium.engine.tensor;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Direct buffers for tensors, used again when their tensor is closed.
 *
 * <p>Buffers are kept by size class: four classes to each power of two, so that at most a quarter
 * of a buffer is unused. The bytes that lie idle are bounded; beyond that the class that was not
 * used for longest loses its buffers to the garbage collector, and all do where memory for another
 * buffer is lacking. Taking one never blocks. Safe for all threads.
 */
public final class TensorPool {
  /** Least bytes of a buffer: below this the object around it weighs more than its memory. */
  private static final long SMALLEST = 256;

  private static final long IDLE_BYTES_PER_PROCESSOR = 32L << 20;

  // One pool a process: memory that lies idle is bounded for all models and tasks together.
  private static final TensorPool SHARED =
      new TensorPool(IDLE_BYTES_PER_PROCESSOR * Runtime.getRuntime().availableProcessors());

  private final long maxIdleBytes;
  private final Map<Integer, ArrayDeque<ByteBuffer>> idle = new LinkedHashMap<>(16, 0.75f, true);
  private long idleBytes;
  private long outstandingBytes;

  /**
   * @param maxIdleBytes the most bytes that are kept while nobody uses them
   */
  public TensorPool(long maxIdleBytes) {
    this.maxIdleBytes = maxIdleBytes;
  }

  /** The pool of this process. */
  public static TensorPool shared() {
    return SHARED;
  }

  /**
   * A tensor whose elements are whatever the memory held before; closing it gives the memory back.
   *
   * @param type any but {@link ElementType#STRING}
   * @param shape without dynamic dimensions
   * @throws OutOfMemoryError if there is no memory for it, even without what lies idle
   * @throws IllegalArgumentException if the tensor is larger than 2 GiB, which no buffer holds
   */
  public Tensor allocate(ElementType type, Shape shape) {
    if (type == ElementType.STRING) {
      throw new IllegalArgumentException("a tensor of text has no buffer");
    }
    long bytes = Math.multiplyExact(shape.elements(), type.bytes());
    if (bytes > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "a tensor of " + shape + " " + type + " is larger than 2 GiB");
    }
    ByteBuffer buffer = take(sizeClass(bytes));
    return Tensor.of(type, shape, buffer.slice(0, (int) bytes), () -> giveBack(buffer));
  }

  /** Bytes of the buffers whose tensors are not closed yet. */
  public synchronized long outstandingBytes() {
    return outstandingBytes;
  }

  /** Bytes of the buffers that wait to be used again. */
  public synchronized long idleBytes() {
    return idleBytes;
  }

  /** The capacity of the buffer that serves so many bytes. */
  static int sizeClass(long bytes) {
    if (bytes <= SMALLEST) {
      return (int) SMALLEST;
    }
    long step = Long.highestOneBit(bytes - 1) / 4;
    return (int) Math.min(Integer.MAX_VALUE, (bytes + step - 1) / step * step);
  }

  private ByteBuffer take(int capacity) {
    synchronized (this) {
      ArrayDeque<ByteBuffer> buffers = idle.get(capacity);
      ByteBuffer buffer = buffers == null ? null : buffers.pollLast();
      if (buffer != null) {
        idleBytes -= capacity;
        outstandingBytes += capacity;
        return buffer;
      }
    }
    // Outside the lock: zeroing a fresh buffer takes milliseconds.
    ByteBuffer fresh = allocateFresh(capacity);
    synchronized (this) {
      outstandingBytes += capacity;
    }
    return fresh;
  }

  private ByteBuffer allocateFresh(int capacity) {
    try {
      return ByteBuffer.allocateDirect(capacity);
    } catch (OutOfMemoryError e) {
      // What lies idle here may be what is lacking; once dropped, the next try has it collected.
      if (!dropIdle()) {
        throw e;
      }
      return ByteBuffer.allocateDirect(capacity);
    }
  }

  /** Whether there was something to drop. */
  private synchronized boolean dropIdle() {
    boolean dropped = idleBytes > 0;
    idle.clear();
    idleBytes = 0;
    return dropped;
  }

  private synchronized void giveBack(ByteBuffer buffer) {
    outstandingBytes -= buffer.capacity();
    idleBytes += buffer.capacity();
    idle.computeIfAbsent(buffer.capacity(), c -> new ArrayDeque<>()).addLast(buffer);
    Iterator<ArrayDeque<ByteBuffer>> longestUnused = idle.values().iterator();
    while (idleBytes > maxIdleBytes) {
      ArrayDeque<ByteBuffer> buffers = longestUnused.next();
      while (idleBytes > maxIdleBytes && !buffers.isEmpty()) {
        idleBytes -= buffers.pollFirst().capacity();
      }
      if (buffers.isEmpty()) {
        longestUnused.remove();
      }
    }
  }
}
