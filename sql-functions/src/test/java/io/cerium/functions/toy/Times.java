package io.cerium.functions.toy;

import com.google.auto.service.AutoService;
import io.cerium.functions.spi.Arg;
import io.cerium.functions.spi.Example;
import io.cerium.functions.spi.FunctionContract;
import io.cerium.functions.spi.FunctionGroup;
import io.cerium.functions.spi.ScalarFunction;
import io.cerium.functions.spi.SqlFunction;

/** The whole of a function: this one class. */
@AutoService(FunctionContract.class)
@SqlFunction(
    name = "toy_times",
    aliases = {"repeat", "toy_product"},
    group = FunctionGroup.MODEL,
    summary = "Multiplies a number, or repeats a text.",
    returns = "BIGINT or STRING; NULL for an argument that is NULL",
    examples = {
      @Example(sql = "SELECT toy_times(6, 7)", result = "42"),
      @Example(sql = "SELECT toy_times('ab', times => 2)", result = "abab")
    },
    note = "Its alias repeat is also a function of Spark.")
public final class Times implements ScalarFunction {
  public static long call(
      @Arg(name = "value", doc = "what is multiplied") long value,
      @Arg(name = "times", doc = "how often", defaultValue = "2") int times) {
    return value * times;
  }

  public static String call(
      @Arg(name = "text", doc = "what is repeated") String text,
      @Arg(name = "times", doc = "how often", defaultValue = "2") int times,
      @Arg(name = "separator", doc = "what stands between", defaultValue = "''") String separator) {
    return String.join(separator, java.util.Collections.nCopies(times, text));
  }
}
