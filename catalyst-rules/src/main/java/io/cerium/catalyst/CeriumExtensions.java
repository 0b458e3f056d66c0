package io.cerium.catalyst;

import io.cerium.catalyst.parser.CeriumParser;
import io.cerium.catalyst.plan.CeriumStrategy;
import io.cerium.catalyst.rule.BatchCalls;
import io.cerium.catalyst.rule.BindModelCalls;
import io.cerium.catalyst.rule.FuseImageCalls;
import io.cerium.functions.catalog.FunctionCatalog;
import io.cerium.functions.catalyst.FunctionCall;
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
    extensions.injectParser(CeriumParser::new);
    FunctionCatalog.register(FunctionCall::of);
    extensions.injectResolutionRule(BindModelCalls::new);
    extensions.injectOptimizerRule(spark -> new FuseImageCalls());
    extensions.injectPreCBORule(BatchCalls::new);
    extensions.injectPlannerStrategy(spark -> new CeriumStrategy());
    return BoxedUnit.UNIT;
  }
}
