package io.cerium.engine.model;

import io.cerium.engine.tensor.ElementType;
import io.cerium.engine.tensor.Shape;
import java.io.Serializable;

/** Name, element type and shape of one input or output of a model. */
public record TensorSpec(String name, ElementType type, Shape shape) implements Serializable {
  /** As in {@code image FLOAT [N,3,224,224]}. */
  @Override
  public String toString() {
    return name + " " + type + " " + shape;
  }
}
