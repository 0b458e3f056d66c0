package io.cerium.engine.digest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, which tells artifacts, records and native libraries from others. */
public final class Sha256 {
  private Sha256() {}

  /**
   * What a stream held.
   *
   * @param digest 32 bytes
   * @param bytes how many there were
   */
  public record Content(byte[] digest, long bytes) {
    /** 64 hexadecimal digits in lower case. */
    public String hex() {
      return Sha256.hex(digest);
    }
  }

  /** A digest of nothing yet. */
  public static MessageDigest start() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Of these bytes, as 64 hexadecimal digits in lower case. */
  public static String of(byte[] bytes) {
    return hex(start().digest(bytes));
  }

  /** Reads to the end of {@code in}, and closes it. */
  public static Content read(InputStream in) throws IOException {
    try (DigestInputStream digesting = new DigestInputStream(in, start())) {
      long bytes = digesting.transferTo(OutputStream.nullOutputStream());
      return new Content(digesting.getMessageDigest().digest(), bytes);
    }
  }

  /** Hexadecimal digits in lower case. */
  public static String hex(byte[] digest) {
    return HexFormat.of().formatHex(digest);
  }
}
