package io.cerium.registry.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 as 64 hexadecimal digits in lower case. */
final class Sha256 {
  private Sha256() {}

  /**
   * What went from one stream to another.
   *
   * @param digest 64 hexadecimal digits
   * @param bytes how many
   */
  record Copied(String digest, long bytes) {}

  static String of(byte[] bytes) {
    return HexFormat.of().formatHex(digest().digest(bytes));
  }

  /** Copies to the end of {@code in}, or until the thread is interrupted; closes neither. */
  static Copied copy(InputStream in, OutputStream out) throws IOException {
    return copy(in, out, Long.MAX_VALUE);
  }

  /**
   * Copies to the end of {@code in}; closes neither.
   *
   * @param most bytes that it can have: a file that never ends must not fill the disk
   * @throws InterruptedIOException if the thread is interrupted
   */
  static Copied copy(InputStream in, OutputStream out, long most) throws IOException {
    MessageDigest digest = digest();
    byte[] buffer = new byte[1 << 16];
    long bytes = 0;
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedIOException("the statement was cancelled");
      }
      if (read > most - bytes) {
        throw new IOException("it gives more than the " + most + " bytes that it has");
      }
      digest.update(buffer, 0, read);
      out.write(buffer, 0, read);
      bytes += read;
    }
    return new Copied(HexFormat.of().formatHex(digest.digest()), bytes);
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
