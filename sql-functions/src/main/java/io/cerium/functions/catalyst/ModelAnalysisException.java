package io.cerium.functions.catalyst;

import io.cerium.engine.error.CeriumException;
import org.apache.spark.QueryContext;
import org.apache.spark.sql.AnalysisException;
import scala.Option;

/**
 * Spark's exception of analysis with a class and a SQLSTATE of ours. Spark looks SQLSTATEs up in a
 * list of its own, so ours is carried along.
 */
final class ModelAnalysisException extends AnalysisException {
  private static final long serialVersionUID = 1L;

  private final String sqlState;

  ModelAnalysisException(CeriumException error) {
    this(
        error.getMessage(),
        Option.empty(),
        Option.empty(),
        Option.apply(error),
        Option.apply(error.code().name()),
        ScalaBridge.toMap(error.parameters()),
        new QueryContext[0],
        error.code().sqlState());
  }

  private ModelAnalysisException(
      String message,
      Option<Object> line,
      Option<Object> startPosition,
      Option<Throwable> cause,
      Option<String> errorClass,
      scala.collection.immutable.Map<String, String> parameters,
      QueryContext[] context,
      String sqlState) {
    super(message, line, startPosition, cause, errorClass, parameters, context);
    this.sqlState = sqlState;
  }

  @Override
  public String getSqlState() {
    return sqlState;
  }

  /** Spark copies an exception to give it a position: the copy must keep the SQLSTATE. */
  @Override
  public AnalysisException copy(
      String message,
      Option<Object> line,
      Option<Object> startPosition,
      Option<Throwable> cause,
      Option<String> errorClass,
      scala.collection.immutable.Map<String, String> parameters,
      QueryContext[] context) {
    return new ModelAnalysisException(
        message, line, startPosition, cause, errorClass, parameters, context, sqlState);
  }
}
