package io.cerium.engine.image;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import java.util.HexFormat;

/** Bytes that are no picture, or a damaged one; the message is the reason alone. */
final class UnreadableImageException extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int HEAD = 8;

  UnreadableImageException(String reason) {
    super(reason);
  }

  UnreadableImageException(String reason, Throwable cause) {
    super(reason, cause);
  }

  /** The same for users, with what identifies the value. */
  CeriumException about(byte[] bytes) {
    int length = Math.min(HEAD, bytes.length);
    String head = HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes, 0, length);
    return CeriumException.causedBy(
        this,
        ErrorCode.IMAGE_DECODE_FAILED,
        "reason",
        getMessage(),
        "size",
        Integer.toString(bytes.length),
        "head",
        length == 0 ? "none" : "'" + head + "'");
  }
}
