package io.cerium.functions.catalyst;

import io.cerium.functions.catalog.FunctionDescriptor;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A call but for its values.
 *
 * @param function what is called
 * @param names of the arguments, empty for those by position; an image function's picture is not
 *     among them
 */
public record CallShape(FunctionDescriptor function, List<String> names) implements Serializable {
  public CallShape {
    names = List.copyOf(names);
  }

  /** The call as text: {@code resize(content, 224, 224, interpolation => area)}. */
  String text(List<String> picture, List<String> values) {
    String arguments =
        IntStream.range(0, names.size())
            .mapToObj(
                i -> names.get(i).isEmpty() ? values.get(i) : names.get(i) + " => " + values.get(i))
            .collect(Collectors.joining(", "));
    String first = String.join("", picture);
    String separator = first.isEmpty() || arguments.isEmpty() ? "" : ", ";
    return function.name() + "(" + first + separator + arguments + ")";
  }
}
