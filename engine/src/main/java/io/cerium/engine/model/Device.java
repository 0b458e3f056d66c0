package io.cerium.engine.model;

import java.io.Serializable;

/**
 * Where a model runs.
 *
 * @param kind CPU or CUDA
 * @param index which one of that kind, 0 for the CPU
 */
public record Device(Kind kind, int index) implements Serializable {
  /** The kinds of device that there are. */
  public enum Kind {
    CPU,
    CUDA
  }

  public static final Device CPU = new Device(Kind.CPU, 0);

  /** As users write it: {@code cpu}, {@code cuda:0}. */
  @Override
  public String toString() {
    return kind == Kind.CPU ? "cpu" : "cuda:" + index;
  }
}
