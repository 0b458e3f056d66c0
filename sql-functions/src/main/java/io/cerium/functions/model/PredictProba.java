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

/** {@code predict_proba(model, ...)}: the probability of every class. */
@SqlFunction(
    name = "predict_proba",
    group = FunctionGroup.MODEL,
    summary =
        "Runs a classifier on each row and returns the probability of every class."
            + " predict_proba(m, ...)['yes'] is the probability of one class.",
    returns =
        "MAP<STRING, FLOAT>, DOUBLE where the model computes in double, in the order of the labels."
            + " NULL if an input is NULL.",
    arguments = {
      @Arg(name = "model", type = "STRING", doc = "The name of the model, bare or quoted."),
      @Arg(name = "inputs", doc = "The model's inputs, as for predict."),
      @Arg(name = "on_error", type = "STRING", doc = "As for predict.", defaultValue = "'fail'"),
      @Arg(name = "device", type = "STRING", doc = "As for predict.", defaultValue = "NULL"),
      @Arg(name = "batch_size", type = "INT", doc = "As for predict.", defaultValue = "NULL")
    },
    examples =
        @Example(
            sql =
                "SELECT round(predict_proba(efficientnet, content)['German shepherd'], 1) AS score"
                    + " FROM photos WHERE photo = 'dog.jpg'",
            result = "1.0"),
    note =
        "A label that several classes have (lists of ImageNet name two classes 'crane') stands in"
            + " the map once, as a map must not hold a key twice; its value is the sum over these"
            + " classes: the probability that one of them is right, where classes exclude each"
            + " other. predict and its top_k rank single classes, each with its own score, and"
            + " predict(..., output => 'probabilities') has one value a class.")
@AutoService(FunctionContract.class)
public final class PredictProba implements BatchFunction {
  @Override
  public BoundBatchCall bind(BatchArguments arguments, ModelLookup models) {
    ModelCall call = new ModelCall(arguments, models);
    ClassifierHead head = call.head();
    RowReader.ProbabilityMap reader = new RowReader.ProbabilityMap(head, LabelKeys.of(head));
    return call.bind(new ProbabilityReturn(call.modelName(), reader, call.onError(OnError.FAIL)));
  }
}
