package io.cerium.functions.toy;

import com.google.auto.service.AutoService;
import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.functions.spi.Arg;
import io.cerium.functions.spi.FunctionContract;
import io.cerium.functions.spi.FunctionGroup;
import io.cerium.functions.spi.ScalarFunction;
import io.cerium.functions.spi.SqlFunction;
import io.cerium.functions.spi.SqlFunction.OnFailure;

/** A function whose failures are NULL, but for those of the machine. */
@AutoService(FunctionContract.class)
@SqlFunction(
    name = "toy_try_parse",
    group = FunctionGroup.MODEL,
    summary = "Reads a number.",
    returns = "INT",
    onFailure = OnFailure.NULL,
    examples = {})
public final class TryParse implements ScalarFunction {
  public static int call(@Arg(name = "text", doc = "a number") String text) {
    if (text.equals("broken")) {
      throw CeriumException.of(
          ErrorCode.NATIVE_LIBRARY_UNAVAILABLE,
          "library",
          "toy",
          "reason",
          "it is a toy",
          "remedy",
          "Take another.");
    }
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw CeriumException.causedBy(
          e,
          ErrorCode.ARGUMENT_INVALID,
          "argument",
          "text",
          "function",
          "toy_try_parse",
          "problem",
          "is '" + text + "'",
          "remedy",
          "Give a number.");
    }
  }
}
