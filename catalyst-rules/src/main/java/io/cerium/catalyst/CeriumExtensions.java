package io.cerium.catalyst;

import io.cerium.functions.catalyst.SqlSettings;
import org.apache.spark.sql.SparkSessionExtensions;
import scala.runtime.AbstractFunction1;
import scala.runtime.BoxedUnit;

/**
 * The one entry: {@code spark.sql.extensions=io.cerium.catalyst.CeriumExtensions}. What a query
 * meets, in its order.
 */
public final class CeriumExtensions extends AbstractFunction1<SparkSessionExtensions, BoxedUnit> {
  @Override
  public BoxedUnit apply(SparkSessionExtensions extensions) {
    SqlSettings.registerAll();
    return BoxedUnit.UNIT;
  }
}
