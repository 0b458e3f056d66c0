package io.cerium.catalyst.statement;

import java.util.List;

/** The value of an option as it was typed. */
public sealed interface OptionValue {
  /** The value as it is stored: the text, or the items with commas between them. */
  String text();

  /** One value: a text without its quotes, a number as typed, {@code true} or {@code false}. */
  record Single(String text) implements OptionValue {}

  /** A list: {@code array(...)} or {@code [...]}. Its items may hold commas. */
  record Items(List<String> items) implements OptionValue {
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public String text() {
      return String.join(",", items);
    }
  }
}
