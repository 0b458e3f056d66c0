package io.cerium.shell;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
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
    if (value instanceof BigDecimal decimal) {
      return decimal.toPlainString();
    }
    if (value instanceof Period months) {
      return yearMonth(months.toTotalMonths());
    }
    return value instanceof Duration duration ? dayTime(duration) : String.valueOf(value);
  }

  private static String yearMonth(long months) {
    long size = Math.abs(months);
    return String.format(
        "INTERVAL '%s%d-%d' YEAR TO MONTH", months < 0 ? "-" : "", size / 12, size % 12);
  }

  private static String dayTime(Duration duration) {
    Duration size = duration.abs();
    String fraction =
        size.getNano() == 0
            ? ""
            : String.format("%09d", size.getNano()).replaceAll("0+$", "").replaceAll("^", ".");
    return String.format(
        "INTERVAL '%s%d %02d:%02d:%02d%s' DAY TO SECOND",
        duration.isNegative() ? "-" : "",
        size.toDays(),
        size.toHoursPart(),
        size.toMinutesPart(),
        size.toSecondsPart(),
        fraction);
  }
}
