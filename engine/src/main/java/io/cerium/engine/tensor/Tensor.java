package io.cerium.engine.tensor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * An n-dimensional view over a direct buffer in native byte order, the only data that crosses into
 * native code; text is held as Java strings.
 *
 * <p>The one who made it owns it: {@link #close} gives a pooled buffer back. Not for several
 * threads at once; handing it from one thread to another by a queue is fine.
 */
public final class Tensor implements AutoCloseable {
  private final ElementType type;
  private final Shape shape;
  private final long rowElements;
  private final ByteBuffer data;
  private final String[] strings;
  private final Runnable release;
  private boolean closed;

  private Tensor(
      ElementType type, Shape shape, ByteBuffer data, String[] strings, Runnable release) {
    this.type = type;
    this.shape = shape;
    this.rowElements = shape.row().elements();
    this.data = data;
    this.strings = strings;
    this.release = release;
  }

  /**
   * A tensor over {@code data} from its position to its limit.
   *
   * @param data a direct buffer whose remaining bytes are those of the shape
   * @param release called once by {@link #close}
   */
  public static Tensor of(ElementType type, Shape shape, ByteBuffer data, Runnable release) {
    long bytes = Math.multiplyExact(shape.elements(), type.bytes());
    if (!data.isDirect() || data.remaining() != bytes) {
      throw new IllegalArgumentException(
          "a tensor of " + shape + " " + type + " needs a direct buffer of " + bytes + " bytes");
    }
    return new Tensor(type, shape, data.slice().order(ByteOrder.nativeOrder()), null, release);
  }

  /** A tensor of text, one string an element in row-major order. */
  public static Tensor ofStrings(Shape shape, String[] strings) {
    if (strings.length != shape.elements()) {
      throw new IllegalArgumentException(
          "a tensor of " + shape + " needs " + shape.elements() + " strings");
    }
    return new Tensor(ElementType.STRING, shape, null, strings, () -> {});
  }

  public ElementType type() {
    return type;
  }

  public Shape shape() {
    return shape;
  }

  /** The number of elements of one row. */
  public int rowElements() {
    return Math.toIntExact(rowElements);
  }

  /** The elements in row-major order; the buffer is shared, its position and limit are not. */
  public ByteBuffer data() {
    checkOpen();
    return data.duplicate().order(ByteOrder.nativeOrder());
  }

  /** The elements of a tensor of text, shared. */
  public String[] strings() {
    checkOpen();
    return strings;
  }

  /** The bytes of row {@code index}, sharing memory with this tensor. */
  public ByteBuffer row(int index) {
    checkOpen();
    int bytes = Math.toIntExact(rowElements * type.bytes());
    return data.slice(index * bytes, bytes).order(ByteOrder.nativeOrder());
  }

  /**
   * The first {@code rows} rows as a tensor that shares this one's memory and does not own it:
   * closing it changes nothing.
   */
  public Tensor firstRows(int rows) {
    return rows(0, rows);
  }

  /** As {@link #firstRows}, from row {@code start} on. */
  public Tensor rows(int start, int rows) {
    checkOpen();
    Shape part = shape.withFirst(rows);
    int elements = Math.toIntExact(part.elements());
    int before = Math.toIntExact(rowElements * start);
    if (type == ElementType.STRING) {
      return ofStrings(part, Arrays.copyOfRange(strings, before, before + elements));
    }
    ByteBuffer slice = data.slice(before * type.bytes(), elements * type.bytes());
    return new Tensor(type, part, slice.order(ByteOrder.nativeOrder()), null, () -> {});
  }

  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException("the tensor is closed");
    }
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      release.run();
    }
  }
}
