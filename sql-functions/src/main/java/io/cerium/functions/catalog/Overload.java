package io.cerium.functions.catalog;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One form of a function.
 *
 * @param arguments as SQL sees them, an image function's picture first
 * @param method what is called; null for batch functions
 * @param returns the type of the call; null where it depends on the call (batch functions)
 */
public record Overload(List<Argument> arguments, StaticMethod method, SparkType returns)
    implements Serializable {
  public Overload {
    arguments = List.copyOf(arguments);
  }

  /** The arguments that {@link #method} takes: all, but for an image function's picture. */
  public List<Argument> parameters() {
    return arguments.subList(arguments.size() - method.parameterTypes().size(), arguments.size());
  }

  /** What must be given: {@code resize(image, width, height)}. */
  public String shortText(String function) {
    return arguments.stream()
        .filter(Argument::isRequired)
        .map(Argument::name)
        .collect(Collectors.joining(", ", function + "(", ")"));
  }

  /** All that can be given: {@code resize(image, width, height, interpolation => 'auto')}. */
  public String text(String function) {
    return arguments.stream()
        .map(a -> a.isRequired() ? a.name() : a.name() + " => " + a.defaultSql())
        .collect(Collectors.joining(", ", function + "(", ")"));
  }
}
