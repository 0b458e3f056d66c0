package io.cerium.catalyst.statement;

import io.cerium.catalyst.session.CeriumSession;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * One statement of Cerium as it was typed: data, until it is run. Each carries its {@link
 * Statement} description.
 */
public sealed interface ModelStatement permits CreateModel, DropModel, ShowModels, DescribeModel {
  /** The columns of the answer. */
  StructType output();

  /**
   * Runs the statement, once, on the driver.
   *
   * @return the rows of the answer
   * @throws io.cerium.engine.error.CeriumException for whatever is wrong with it
   */
  List<Row> run(CeriumSession session);

  /** All statements, in the order of the documentation. */
  static List<Class<? extends ModelStatement>> all() {
    return Arrays.stream(ModelStatement.class.getPermittedSubclasses())
        .<Class<? extends ModelStatement>>map(type -> type.asSubclass(ModelStatement.class))
        .toList();
  }
}
