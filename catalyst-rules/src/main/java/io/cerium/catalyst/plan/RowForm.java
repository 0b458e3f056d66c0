package io.cerium.catalyst.plan;

import io.cerium.engine.model.InferenceSettings;
import io.cerium.functions.catalyst.BatchCall;
import io.cerium.functions.catalyst.RowBatchCall;
import io.cerium.functions.catalyst.SqlSettings;
import io.cerium.functions.spi.BatchMetrics;
import java.time.Duration;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** Makes the row form of batch calls. */
public final class RowForm {
  private RowForm() {}

  /** The same call, answered row by row wherever the expression is evaluated. */
  public static RowBatchCall of(BatchCall call, SparkSession spark) {
    Duration timeout = Duration.ofSeconds(SqlSettings.value(InferenceSettings.TIMEOUT));
    return call.toRowForm(
        new PlanEnvironment(
            ModelShipment.of(spark, List.of(call.kernel())), Unmeasured.INSTANCE, timeout));
  }

  /** An expression has no place for metrics. */
  private enum Unmeasured implements BatchMetrics {
    INSTANCE
  }
}
