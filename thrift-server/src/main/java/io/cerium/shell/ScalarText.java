package io.cerium.shell;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.HexFormat;
import java.util.Locale;

/** The text of a value that is no list, map or struct, as Spark's own cast to STRING writes it. */
final class ScalarText {
  private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();
  private static final DateTimeFormatter TIMESTAMP =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .toFormatter(Locale.ROOT);

  private final ZoneId zone;

  /**
   * @param zone in which instants are shown
   */
  ScalarText(ZoneId zone) {
    this.zone = zone;
  }

  String of(Object value) {
    if (value instanceof byte[] bytes) {
      return "[" + HEX.formatHex(bytes) + "]";
    }
    if (value instanceof Instant instant) {
      return TIMESTAMP.format(instant.atZone(zone));
    }
    if (value instanceof LocalDateTime local) {
      return TIMESTAMP.format(local);
    }
    return value instanceof BigDecimal decimal ? decimal.toPlainString() : String.valueOf(value);
  }
}
