package io.cerium.functions.catalyst;

import io.cerium.engine.error.CeriumException;
import io.cerium.functions.catalog.FunctionDescriptor;
import io.cerium.functions.spi.SqlFunction.OnFailure;

/** Tells the failure of one row's data from that of the machine. */
public final class RowFailure {
  /** SQLSTATE's class of data exceptions. */
  private static final String DATA = "22";

  private RowFailure() {}

  /** Whether the row's own data is the cause, so that a {@code try_} function gives NULL. */
  public static boolean isOf(CeriumException error) {
    return error.code().sqlState().startsWith(DATA);
  }

  /**
   * NULL where the function promises it, else the error.
   *
   * @return null
   */
  static Object resolve(FunctionDescriptor function, CeriumException error) {
    if (function.onFailure() == OnFailure.NULL && isOf(error)) {
      return null;
    }
    throw error;
  }
}
