package io.cerium.functions.spi;

import java.io.Serializable;
import org.apache.spark.sql.types.DataType;

/** What one call makes of a kernel's answer; compared by value. Its kernel knows how to read it. */
public interface BatchReturn extends Serializable {
  DataType dataType();

  /** What a failed row gives. */
  OnError onError();

  /**
   * Whether this fails the query for no row for which {@code other}, which is made of the same run,
   * does not fail it: then it does no harm to make both where only the other is asked for.
   */
  default boolean failsOnlyWith(BatchReturn other) {
    return onError() != OnError.FAIL || equals(other);
  }

  /** What a failed row gives. */
  enum OnError {
    /** The query fails with the row's error. */
    FAIL,
    /** NULL. */
    NULL,
    /** Always {@code struct<result, error>}. */
    STRUCT
  }
}
