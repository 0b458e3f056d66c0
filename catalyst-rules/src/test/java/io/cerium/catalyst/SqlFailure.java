package io.cerium.catalyst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.SparkSession;

/** What a client sees of a statement that fails. */
public record SqlFailure(String errorClass, String sqlState, String message) {
  /** Runs a statement that must fail with an error of Spark's form. */
  public static SqlFailure of(String sql) {
    return of(TestSpark.session(), sql);
  }

  /** As {@link #of(String)}, in a session of its own. */
  public static SqlFailure of(SparkSession session, String sql) {
    Throwable error = catchThrowable(() -> session.sql(sql).collectAsList());
    assertThat(error).as(sql).isInstanceOf(SparkThrowable.class);
    SparkThrowable told = (SparkThrowable) error;
    return new SqlFailure(told.getErrorClass(), told.getSqlState(), error.getMessage());
  }

  /** Checks the class, the SQLSTATE and parts of the message. */
  public void is(String expectedClass, String expectedState, String... parts) {
    assertThat(errorClass).as(message).isEqualTo(expectedClass);
    assertThat(sqlState).as(message).isEqualTo(expectedState);
    assertThat(message).contains(parts);
  }
}
