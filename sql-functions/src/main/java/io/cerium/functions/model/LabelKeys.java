package io.cerium.functions.model;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The keys of a map by label. Real lists name two classes alike (ImageNet has two of "crane", the
 * bird and the machine), a map must not: such classes share a key.
 *
 * @param labels each once, in the order of the classes
 * @param ofClass for each class the index of its label
 */
record LabelKeys(List<String> labels, List<Integer> ofClass) implements Serializable {
  LabelKeys {
    labels = List.copyOf(labels);
    ofClass = List.copyOf(ofClass);
  }

  static LabelKeys of(ClassifierHead head) {
    Map<String, Integer> keys = new LinkedHashMap<>();
    List<Integer> ofClass = new ArrayList<>();
    for (String label : head.labels()) {
      keys.putIfAbsent(label, keys.size());
      ofClass.add(keys.get(label));
    }
    return new LabelKeys(List.copyOf(keys.keySet()), ofClass);
  }

  /** One value a key: the sum of those of its classes. */
  double[] sums(double[] values) {
    if (labels.size() == values.length) {
      return values;
    }
    double[] sums = new double[labels.size()];
    for (int i = 0; i < values.length; i++) {
      sums[ofClass.get(i)] += values[i];
    }
    return sums;
  }
}
