package io.cerium.catalyst.parser;

import io.cerium.engine.error.CeriumException;
import io.cerium.functions.catalyst.ScalaBridge;
import java.util.Optional;
import org.apache.spark.QueryContext;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.trees.Origin;

/** An error in the text of a statement with a class and SQLSTATE of ours, and its position. */
final class StatementException extends ParseException {
  private static final long serialVersionUID = 1L;

  private final transient CeriumException error;
  private final String sqlState;

  StatementException(CeriumException error, String text, Origin origin) {
    super(
        ScalaBridge.toOption(Optional.of(text)),
        error.getMessage(),
        origin,
        origin,
        ScalaBridge.toOption(Optional.of(error.code().name())),
        ScalaBridge.toMap(error.parameters()),
        new QueryContext[0]);
    this.error = error;
    this.sqlState = error.code().sqlState();
  }

  @Override
  public String getSqlState() {
    return sqlState;
  }

  /** Parsers around ours may add the text once more: the SQLSTATE must stay. */
  @Override
  public ParseException withCommand(String text) {
    return new StatementException(error, text, start());
  }
}
