package io.cerium.engine.tensor;

/** The type of a tensor's elements; sizes in bytes are those of ONNX. */
public enum ElementType {
  FLOAT16(2),
  BFLOAT16(2),
  FLOAT(4),
  DOUBLE(8),
  INT8(1),
  UINT8(1),
  INT16(2),
  UINT16(2),
  INT32(4),
  UINT32(4),
  INT64(8),
  UINT64(8),
  BOOL(1),
  /** Text has no fixed size: such a tensor holds Java strings instead of a buffer. */
  STRING(0);

  private final int bytes;

  ElementType(int bytes) {
    this.bytes = bytes;
  }

  /** Bytes of one element in native memory, 0 for {@link #STRING}. */
  public int bytes() {
    return bytes;
  }

  public boolean isFloating() {
    return this == FLOAT16 || this == BFLOAT16 || this == FLOAT || this == DOUBLE;
  }
}
