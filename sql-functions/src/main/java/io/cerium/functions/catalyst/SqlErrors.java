package io.cerium.functions.catalyst;

import io.cerium.engine.error.CeriumException;
import java.util.function.Supplier;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.catalyst.trees.Origin;

/**
 * Turns our errors into Spark's, so that every client sees the error class and, where the error was
 * found on the driver, the SQLSTATE.
 */
public final class SqlErrors {
  private SqlErrors() {}

  /** The error as analysis reports it, without a position in the statement. */
  public static AnalysisException toAnalysis(CeriumException error) {
    return new ModelAnalysisException(error);
  }

  /**
   * The error as analysis reports it.
   *
   * @param origin where in the statement the fault lies; its line and position join the message
   */
  public static AnalysisException toAnalysis(CeriumException error, Origin origin) {
    return new ModelAnalysisException(error).withPosition(origin);
  }

  /** Runs a step of analysis; its {@link CeriumException} leaves as Spark's exception. */
  public static <T> T atAnalysis(Supplier<T> step) {
    try {
      return step.get();
    } catch (CeriumException e) {
      throw unchecked(toAnalysis(e));
    }
  }

  /**
   * Throws Spark's checked exception from code that cannot declare it.
   *
   * @return never; so that a caller can write {@code throw unchecked(...)}
   */
  public static RuntimeException unchecked(Exception error) {
    return SqlErrors.<RuntimeException>raise(error);
  }

  @SuppressWarnings("unchecked")
  private static <E extends Exception> RuntimeException raise(Exception error) throws E {
    throw (E) error;
  }
}
