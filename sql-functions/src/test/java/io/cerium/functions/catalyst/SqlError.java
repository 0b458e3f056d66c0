package io.cerium.functions.catalyst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.apache.spark.SparkThrowable;
import org.assertj.core.api.AbstractStringAssert;

/** What a statement is answered at analysis. */
final class SqlError {
  private SqlError() {}

  /** The message of a statement that analysis refuses with this class and SQLSTATE. */
  static AbstractStringAssert<?> assertRefused(String sql, String errorClass, String sqlState) {
    Throwable error =
        catchThrowable(
            () -> LocalSpark.session().sql(sql.replace("FROM photos", "FROM global_temp.photos")));
    assertThat(error).as(sql).isInstanceOf(SparkThrowable.class);
    assertThat(((SparkThrowable) error).getErrorClass()).as(sql).isEqualTo(errorClass);
    assertThat(((SparkThrowable) error).getSqlState()).as(sql).isEqualTo(sqlState);
    return assertThat(error.getMessage());
  }
}
