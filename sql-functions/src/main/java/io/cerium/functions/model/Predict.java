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

/** {@code predict(model, ...)}: what a model says of a row. */
@SqlFunction(
    name = "predict",
    group = FunctionGroup.MODEL,
    summary = "Runs a model on each row and returns what it says.",
    returns =
        "By the model's task. Classification: STRUCT<label: STRING, score: FLOAT> of the winner,"
            + " with top_k an ARRAY of them, best first. Regression: DOUBLE. Otherwise the output's"
            + " value, or a STRUCT of several. NULL if an input is NULL.",
    arguments = {
      @Arg(name = "model", type = "STRING", doc = "The name of the model, bare or quoted."),
      @Arg(
          name = "inputs",
          doc =
              "The model's inputs by position, by name (age => a) or in a struct; without any, the"
                  + " columns in scope that have their names."),
      @Arg(
          name = "top_k",
          type = "INT",
          doc = "How many classes to return, best first; for classifiers.",
          defaultValue = "NULL"),
      @Arg(
          name = "output",
          type = "STRING",
          doc =
              "The name of an output of the model; for classifiers also 'logits' and"
                  + " 'probabilities' (ARRAY in the order of the labels).",
          defaultValue = "NULL"),
      @Arg(
          name = "on_error",
          type = "STRING",
          doc =
              "What a row that fails gives: 'fail' the query with it, 'null', or 'struct', which"
                  + " always gives STRUCT<result, error: STRING>.",
          defaultValue = "'fail'"),
      @Arg(
          name = "device",
          type = "STRING",
          doc = "Where the model runs: 'cpu', 'cuda' or 'cuda:1'.",
          defaultValue = "NULL"),
      @Arg(
          name = "batch_size",
          type = "INT",
          doc =
              "Rows a run, up to 8192; chosen by measurement unless given. A batch's inputs must fit in memory.",
          defaultValue = "NULL")
    },
    examples = {
      @Example(
          sql =
              "SELECT photo, predict(efficientnet, content).label FROM photos"
                  + " WHERE photo = 'dog.jpg'",
          result = "dog.jpg\tGerman shepherd"),
      @Example(
          sql =
              "SELECT best.label FROM photos"
                  + " LATERAL VIEW explode(predict(efficientnet, content, top_k => 2)) AS best"
                  + " WHERE photo = 'cat.png' ORDER BY best.score DESC",
          result = "tiger cat\nEgyptian cat")
    })
@AutoService(FunctionContract.class)
public final class Predict implements BatchFunction {
  @Override
  public BoundBatchCall bind(BatchArguments arguments, ModelLookup models) {
    ModelCall call = new ModelCall(arguments, models);
    return call.bind(new PlainReturn(call.reader(), call.onError(OnError.FAIL)));
  }
}
