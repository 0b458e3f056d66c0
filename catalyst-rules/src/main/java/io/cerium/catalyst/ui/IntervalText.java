package io.cerium.catalyst.ui;

import java.time.Duration;
import java.time.Period;
import org.apache.spark.sql.catalyst.util.IntervalStringStyles;
import org.apache.spark.sql.catalyst.util.IntervalUtils;
import org.apache.spark.sql.types.DayTimeIntervalType;
import org.apache.spark.sql.types.YearMonthIntervalType;

/**
 * Intervals as Spark's cast to STRING writes them: with the fields of their type, which the values
 * do not tell. Stateless, safe for all threads; values are not null.
 */
public final class IntervalText {
  private IntervalText() {}

  /** Such as {@code INTERVAL '3 04' DAY TO HOUR}. */
  public static String of(Duration duration, DayTimeIntervalType fields) {
    return IntervalUtils.toDayTimeIntervalString(
        IntervalUtils.durationToMicros(duration),
        IntervalStringStyles.ANSI_STYLE(),
        fields.startField(),
        fields.endField());
  }

  /** Such as {@code INTERVAL '5' MONTH}. */
  public static String of(Period months, YearMonthIntervalType fields) {
    return IntervalUtils.toYearMonthIntervalString(
        IntervalUtils.periodToMonths(months),
        IntervalStringStyles.ANSI_STYLE(),
        fields.startField(),
        fields.endField());
  }
}
