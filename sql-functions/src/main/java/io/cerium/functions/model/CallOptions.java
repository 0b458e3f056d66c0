package io.cerium.functions.model;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.engine.model.Device;
import io.cerium.functions.spi.BatchArguments;
import io.cerium.functions.spi.BatchReturn.OnError;
import java.util.Locale;
import java.util.Optional;

/** The options of one call of a model: {@code top_k => 5}, {@code on_error => 'struct'}. */
record CallOptions(BatchArguments call) {
  private static final String FAILURE_WORDS = "It takes one of 'fail', 'null', 'struct'.";

  Optional<Integer> topK() {
    return positive("top_k", Integer.MAX_VALUE);
  }

  Optional<Integer> batchSize() {
    return positive("batch_size", ModelKernel.MOST_ROWS);
  }

  Optional<String> output() {
    return text("output");
  }

  Optional<Device> device() {
    return text("device").map(DeviceName::parse);
  }

  Optional<OnError> onError() {
    if (call.options().containsKey("on_error") && call.options().get("on_error") == null) {
      throw invalid("on_error", "cannot be NULL", FAILURE_WORDS);
    }
    return text("on_error")
        .map(
            text ->
                switch (text.toLowerCase(Locale.ROOT)) {
                  case "fail" -> OnError.FAIL;
                  case "null" -> OnError.NULL;
                  case "struct" -> OnError.STRUCT;
                  default -> throw invalid("on_error", "cannot be '" + text + "'", FAILURE_WORDS);
                });
  }

  private Optional<String> text(String option) {
    Object value = call.options().get(option);
    if (value != null && !(value instanceof String)) {
      throw invalid(option, "cannot be " + value, "It takes a text in quotes.");
    }
    return Optional.ofNullable((String) value);
  }

  private Optional<Integer> positive(String option, int most) {
    Object value = call.options().get(option);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof Number number
        && number.longValue() == number.doubleValue()
        && number.longValue() > 0
        && number.longValue() <= most) {
      return Optional.of(number.intValue());
    }
    throw invalid(
        option,
        "cannot be " + (value instanceof String text ? "the text '" + text + "'" : value),
        "It takes " + OptionValues.wholeNumberUpTo(most));
  }

  private CeriumException invalid(String argument, String problem, String remedy) {
    return CeriumException.of(
        ErrorCode.ARGUMENT_INVALID,
        "argument",
        argument,
        "function",
        call.function(),
        "problem",
        problem,
        "remedy",
        remedy);
  }
}
