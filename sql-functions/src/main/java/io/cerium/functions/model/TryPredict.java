package io.cerium.functions.model;

import com.google.auto.service.AutoService;
import io.cerium.functions.spi.Arg;
import io.cerium.functions.spi.BatchArguments;
import io.cerium.functions.spi.BatchFunction;
import io.cerium.functions.spi.BatchReturn.OnError;
import io.cerium.functions.spi.BoundBatchCall;
import io.cerium.functions.spi.Example;
import io.cerium.functions.spi.FunctionContract;
import io.cerium.functions.spi.FunctionGroup;
import io.cerium.functions.spi.ModelLookup;
import io.cerium.functions.spi.SqlFunction;
import io.cerium.functions.spi.SqlFunction.OnFailure;

/** {@code try_predict(model, ...)}: {@code predict} with NULL for a row that fails. */
@SqlFunction(
    name = "try_predict",
    group = FunctionGroup.MODEL,
    summary = "Runs a model on each row as predict does, but gives NULL for a row that fails.",
    returns = "As predict; NULL also for a row that fails, such as one whose value is no image.",
    onFailure = OnFailure.NULL,
    arguments = {
      @Arg(name = "model", type = "STRING", doc = "The name of the model, bare or quoted."),
      @Arg(name = "inputs", doc = "The model's inputs, as for predict."),
      @Arg(name = "top_k", type = "INT", doc = "As for predict.", defaultValue = "NULL"),
      @Arg(name = "output", type = "STRING", doc = "As for predict.", defaultValue = "NULL"),
      @Arg(name = "device", type = "STRING", doc = "As for predict.", defaultValue = "NULL"),
      @Arg(name = "batch_size", type = "INT", doc = "As for predict.", defaultValue = "NULL")
    },
    examples =
        @Example(
            sql = "SELECT try_predict(efficientnet, CAST('no image' AS BINARY)) AS answer",
            result = "NULL"))
@AutoService(FunctionContract.class)
public final class TryPredict implements BatchFunction {
  @Override
  public BoundBatchCall bind(BatchArguments arguments, ModelLookup models) {
    ModelCall call = new ModelCall(arguments, models);
    return call.bind(new PlainReturn(call.reader(), call.onError(OnError.NULL)));
  }
}
