package io.cerium.functions.model;

import io.cerium.engine.model.TensorSpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** How a call is written that gives a model its inputs: what remedies tell. */
public final class InputForm {
  /** Columns that are named one by one. */
  private static final long SHOWN = 6;

  private InputForm() {}

  /**
   * For a model with one tensor whose row has several values, which have no names of their own.
   *
   * @return a sentence; empty for any other model
   */
  public static Optional<String> ofRow(String function, String model, List<TensorSpec> inputs) {
    if (inputs.size() != 1 || !TensorMatch.isRowOfColumns(inputs.get(0))) {
      return Optional.empty();
    }
    long elements = inputs.get(0).shape().row().elements();
    String columns =
        elements > SHOWN
            ? "c1, ..., c" + elements
            : LongStream.rangeClosed(1, elements)
                .mapToObj(i -> "c" + i)
                .collect(Collectors.joining(", "));
    return Optional.of(
        "Give its "
            + elements
            + " values by position, "
            + function
            + "('"
            + model
            + "', "
            + columns
            + "), or as one ARRAY.");
  }

  /** The call with each input by its name, which ends a sentence. */
  public static String named(String function, String model, List<TensorSpec> inputs) {
    return inputs.stream()
        .map(input -> input.name() + " => ...")
        .collect(Collectors.joining(", ", function + "('" + model + "', ", ")."));
  }
}
