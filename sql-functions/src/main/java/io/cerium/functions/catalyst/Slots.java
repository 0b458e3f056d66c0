package io.cerium.functions.catalyst;

import io.cerium.functions.catalog.Argument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where each parameter of a function's form finds its value among the given arguments. */
final class Slots {
  /** Stands for a parameter that takes its default. */
  static final int DEFAULT = -1;

  private Slots() {}

  /**
   * @param names of the given arguments, empty for those by position
   * @return for each parameter the index of its argument, or {@link #DEFAULT}; empty if the
   *     arguments do not fit this form
   */
  static Optional<List<Integer>> find(List<Argument> parameters, List<String> names) {
    if (names.size() > parameters.size()) {
      return Optional.empty();
    }
    List<Integer> slots = new ArrayList<>();
    int used = 0;
    for (int i = 0; i < parameters.size(); i++) {
      boolean isPositional = i < names.size() && names.get(i).isEmpty();
      int named = names.indexOf(parameters.get(i).name());
      if (isPositional && named >= 0
          || !isPositional && named < 0 && parameters.get(i).isRequired()) {
        return Optional.empty();
      }
      int slot = isPositional ? i : named;
      slots.add(slot);
      used += slot == DEFAULT ? 0 : 1;
    }
    return used == names.size() ? Optional.of(List.copyOf(slots)) : Optional.empty();
  }
}
