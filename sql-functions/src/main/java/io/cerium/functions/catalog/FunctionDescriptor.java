package io.cerium.functions.catalog;

import io.cerium.functions.spi.FunctionContract;
import io.cerium.functions.spi.FunctionGroup;
import io.cerium.functions.spi.SqlFunction.OnFailure;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A function as its class describes it. Immutable.
 *
 * @param contract the class that describes it
 * @param name in SQL, in lower case
 * @param aliases further names, in lower case
 * @param group the chapter that it stands in
 * @param summary what it does
 * @param returns what it returns, in words
 * @param overloads its forms, at least one
 * @param onFailure what a row does whose value cannot be computed
 * @param examples statements with their answers
 * @param note further remarks, or empty
 * @param since the version of Cerium that brought it
 */
public record FunctionDescriptor(
    Class<? extends FunctionContract> contract,
    String name,
    List<String> aliases,
    FunctionGroup group,
    String summary,
    String returns,
    List<Overload> overloads,
    OnFailure onFailure,
    List<ExampleText> examples,
    String note,
    String since)
    implements Serializable {
  public FunctionDescriptor {
    aliases = List.copyOf(aliases);
    overloads = List.copyOf(overloads);
    examples = List.copyOf(examples);
  }

  /** A statement and the rows that it answers. */
  public record ExampleText(String sql, String result) implements Serializable {}

  /** The name, then the aliases. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    names.add(name);
    names.addAll(aliases);
    return names;
  }

  /** What must be given: {@code resize(image, width, height) or resize(image, size)}. */
  public String shortText() {
    return overloads.stream()
        .map(o -> o.shortText(name))
        .distinct()
        .collect(Collectors.joining(" or "));
  }

  /** A function is its class. */
  @Override
  public boolean equals(Object other) {
    return other instanceof FunctionDescriptor that && contract.equals(that.contract);
  }

  @Override
  public int hashCode() {
    return contract.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }

  /** A new instance of the class that describes it. */
  public FunctionContract newInstance() {
    try {
      return contract.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(contract + " needs a public constructor", e);
    }
  }
}
