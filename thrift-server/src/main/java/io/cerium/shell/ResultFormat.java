package io.cerium.shell;

import io.cerium.launch.UsageException;
import java.util.Locale;

/** How results are written. */
public enum ResultFormat {
  /** Columns under their names. */
  TABLE,
  /** RFC 4180 with a header. */
  CSV,
  /** One object a line. */
  JSON;

  static ResultFormat resolve(String name) {
    for (ResultFormat format : values()) {
      if (format.name().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))) {
        return format;
      }
    }
    throw new UsageException("There is no format '" + name + "'. Take table, csv or json.");
  }
}
