package io.cerium.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** What this build is, and the texts that come with it. */
public final class Version {
  private Version() {}

  /** One line: Cerium's version and the ones it was built for. */
  public static String line() {
    Properties built = new Properties();
    try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
      built.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return String.format(
        "Cerium %s (Spark %s, Scala %s, Java %s)",
        built.getProperty("cerium"),
        built.getProperty("spark"),
        built.getProperty("scala"),
        Runtime.version());
  }

  /** A text file beside a class. */
  public static String text(Class<?> beside, String file) {
    try (InputStream in = beside.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
