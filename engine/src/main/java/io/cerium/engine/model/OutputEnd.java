package io.cerium.engine.model;

import java.io.Serializable;
import java.util.List;

/**
 * What a graph itself does last before one of its outputs.
 *
 * @param activation what it applies; {@link Activation#NONE} where the values are as computed
 * @param classes the labels that the graph itself knows, in the order of the output; often none
 */
public record OutputEnd(Activation activation, List<String> classes) implements Serializable {
  /** An output of which nothing is known. */
  public static final OutputEnd OPEN = new OutputEnd(Activation.NONE, List.of());

  public OutputEnd {
    classes = List.copyOf(classes);
  }
}
