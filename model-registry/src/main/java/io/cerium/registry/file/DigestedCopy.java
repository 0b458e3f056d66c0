package io.cerium.registry.file;

import io.cerium.engine.digest.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.security.MessageDigest;

/**
 * What went from one stream to another.
 *
 * @param digest SHA-256, 64 hexadecimal digits in lower case
 * @param bytes how many
 */
record DigestedCopy(String digest, long bytes) {
  /** Copies to the end of {@code in}, or until the thread is interrupted; closes neither. */
  static DigestedCopy copy(InputStream in, OutputStream out) throws IOException {
    return copy(in, out, Long.MAX_VALUE);
  }

  /**
   * Copies to the end of {@code in}; closes neither.
   *
   * @param most bytes that it can have: a file that never ends must not fill the disk
   * @throws InterruptedIOException if the thread is interrupted
   */
  static DigestedCopy copy(InputStream in, OutputStream out, long most) throws IOException {
    MessageDigest digest = Sha256.start();
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
    return new DigestedCopy(Sha256.hex(digest.digest()), bytes);
  }
}
