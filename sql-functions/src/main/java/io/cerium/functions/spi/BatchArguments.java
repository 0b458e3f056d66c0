package io.cerium.functions.spi;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.types.DataType;

/**
 * The arguments of one call of a batch function, resolved and typed.
 *
 * @param function the name as typed, in lower case
 * @param model the name of the model as typed; empty for functions that take none
 * @param inputs what is left after the model and the options, in the order as typed
 * @param options constant values by name, in lower case; those left out are absent, those given as
 *     NULL have the value null
 * @param optionNames of all options that the function has
 */
public record BatchArguments(
    String function,
    String model,
    List<Input> inputs,
    Map<String, Object> options,
    Set<String> optionNames) {
  public BatchArguments {
    optionNames = Set.copyOf(optionNames);
    inputs = List.copyOf(inputs);
    options = Collections.unmodifiableMap(new HashMap<>(options));
  }

  /**
   * One input.
   *
   * @param name what stands before {@code =>}
   * @param column the name of the bare column that is given, empty for other expressions
   * @param type its type
   * @param sql its text, for messages
   */
  public record Input(Optional<String> name, Optional<String> column, DataType type, String sql) {}
}
