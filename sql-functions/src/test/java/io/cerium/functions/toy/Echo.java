package io.cerium.functions.toy;

import com.google.auto.service.AutoService;
import io.cerium.functions.spi.Arg;
import io.cerium.functions.spi.FunctionContract;
import io.cerium.functions.spi.FunctionGroup;
import io.cerium.functions.spi.ScalarFunction;
import io.cerium.functions.spi.SqlFunction;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One overload for each type that functions can take; all give back what they got. */
@AutoService(FunctionContract.class)
@SqlFunction(
    name = "toy_echo",
    group = FunctionGroup.MODEL,
    summary = "Gives back what it got.",
    returns = "the type of its argument",
    examples = {})
public final class Echo implements ScalarFunction {
  /** A record: STRUCT. */
  public record Box(String label, double boxWidth, List<Integer> corners) {}

  public static int call(@Arg(name = "value", doc = "a value") int value) {
    return value;
  }

  public static long call(@Arg(name = "value", doc = "a value") long value) {
    return value;
  }

  public static float call(@Arg(name = "value", doc = "a value") float value) {
    return value;
  }

  public static double call(@Arg(name = "value", doc = "a value") double value) {
    return value;
  }

  public static boolean call(@Arg(name = "value", doc = "a value") boolean value) {
    return value;
  }

  public static String call(@Arg(name = "value", doc = "a value") String value) {
    return value.isEmpty() ? null : value;
  }

  public static byte[] call(@Arg(name = "value", doc = "a value") byte[] value) {
    return value;
  }

  public static Instant call(@Arg(name = "value", doc = "a value") Instant value) {
    return value;
  }

  public static List<String> call(@Arg(name = "value", doc = "a value") List<String> value) {
    return value;
  }

  public static Map<String, Double> call(
      @Arg(name = "value", doc = "a value") Map<String, Double> value) {
    return value;
  }

  public static int[] call(@Arg(name = "value", doc = "a value") int[] value) {
    return value;
  }

  public static long[] call(@Arg(name = "value", doc = "a value") long[] value) {
    return value;
  }

  public static float[] call(@Arg(name = "value", doc = "a value") float[] value) {
    return value;
  }

  public static double[] call(@Arg(name = "value", doc = "a value") double[] value) {
    return value;
  }

  public static Box call(@Arg(name = "value", doc = "a value") Box value) {
    return value;
  }
}
