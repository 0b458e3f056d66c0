package io.cerium.functions.catalyst;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.engine.model.TensorSpec;
import io.cerium.functions.spi.Arg;
import io.cerium.functions.spi.BatchArguments;
import io.cerium.functions.spi.BatchFunction;
import io.cerium.functions.spi.ModelLookup.PinnedModel;
import io.cerium.functions.spi.SqlFunction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.catalyst.expressions.AttributeReference;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.NamedArgumentExpression;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The arguments of a batch call sorted into model, inputs and options: a name that the function
 * declares as an option is one, any other name is that of an input.
 *
 * @param inputs as given, with their names around them
 * @param options those that are given
 * @param optionNames of all that there are
 */
record BatchCallArguments(
    String function,
    Expression model,
    List<Expression> inputs,
    Map<String, Expression> options,
    Set<String> optionNames) {
  private static final String MODEL = "model";

  static BatchCallArguments of(BatchFunction function, String name, List<Expression> arguments) {
    Set<String> optionNames =
        Arrays.stream(function.getClass().getAnnotation(SqlFunction.class).arguments())
            .filter(arg -> !arg.defaultValue().equals(Arg.REQUIRED))
            .map(Arg::name)
            .collect(Collectors.toSet());
    OptionalInt place = placeOfModel(arguments);
    if (place.isEmpty()) {
      throw invalid(name, MODEL, "is missing", "Write " + name + "(my_model, column, ...).");
    }
    List<Expression> inputs = new ArrayList<>();
    Map<String, Expression> options = new HashMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      Expression argument = arguments.get(i);
      if (i == place.getAsInt()) {
        continue;
      }
      if (argument instanceof NamedArgumentExpression named) {
        String key = named.key().toLowerCase(Locale.ROOT);
        if (optionNames.contains(key)) {
          if (options.put(key, named.value()) != null) {
            throw invalid(name, key, "is given twice", "Give it once.");
          }
        } else {
          inputs.add(argument);
        }
      } else {
        inputs.add(argument);
      }
    }
    Expression model = value(arguments.get(place.getAsInt()));
    return new BatchCallArguments(name, model, inputs, options, optionNames);
  }

  /** Which argument is the model: the first without a name, or one of the name before it. */
  static OptionalInt placeOfModel(List<Expression> arguments) {
    return IntStream.range(0, arguments.size())
        .filter(
            i ->
                !(arguments.get(i) instanceof NamedArgumentExpression named)
                    || named.key().equalsIgnoreCase(MODEL))
        .findFirst();
  }

  /**
   * Checks that an input of the model that has the name of an option is not given by name: only a
   * struct tells the two apart.
   *
   * @param named what is given by name
   * @throws CeriumException MODEL_ARGUMENT_RESERVED
   */
  void checkReserved(PinnedModel model, Collection<String> named) {
    List<String> tensors =
        model.version().signature().inputs().stream().map(TensorSpec::name).toList();
    for (String tensor : tensors) {
      String option = tensor.toLowerCase(Locale.ROOT);
      if (optionNames.contains(option) && named.contains(option)) {
        throw CeriumException.of(
            ErrorCode.MODEL_ARGUMENT_RESERVED,
            "name",
            model.name().toString(),
            "argument",
            option,
            "function",
            function,
            "remedy",
            tensors.stream()
                .map(name -> "... AS " + name)
                .collect(
                    Collectors.joining(", ", function + "('" + model.name() + "', struct(", "))")));
      }
    }
  }

  /** With types and constant values, as the function wants them. */
  BatchArguments typed(String modelName) {
    List<BatchArguments.Input> typed = new ArrayList<>();
    for (Expression input : inputs) {
      Expression value = value(input);
      typed.add(
          new BatchArguments.Input(
              input instanceof NamedArgumentExpression named
                  ? Optional.of(named.key())
                  : Optional.empty(),
              value instanceof AttributeReference column
                  ? Optional.of(column.name())
                  : Optional.empty(),
              value.dataType(),
              value.sql()));
    }
    Map<String, Object> constants = new HashMap<>();
    options.forEach((name, value) -> constants.put(name, constant(name, value)));
    return new BatchArguments(function, modelName, typed, constants, optionNames);
  }

  private Object constant(String option, Expression value) {
    if (!value.foldable()) {
      throw invalid(
          function,
          option,
          "is not constant: " + value.sql(),
          "Options are the same for all rows: give a literal.");
    }
    Object constant = value.eval(null);
    if (constant instanceof UTF8String text) {
      return text.toString();
    }
    return constant instanceof Decimal decimal ? decimal.toJavaBigDecimal() : constant;
  }

  /** The expression inside a named argument. */
  static Expression value(Expression input) {
    return input instanceof NamedArgumentExpression named ? named.value() : input;
  }

  private static CeriumException invalid(
      String function, String argument, String problem, String remedy) {
    return CeriumException.of(
        ErrorCode.ARGUMENT_INVALID,
        "argument",
        argument,
        "function",
        function,
        "problem",
        problem,
        "remedy",
        remedy);
  }
}
