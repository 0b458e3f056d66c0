package io.cerium.functions.spi;

import java.util.List;

/**
 * A batch call that has been checked and pinned.
 *
 * @param inputs the values that the kernel reads from each row, in its order
 * @param kernel what runs on the executors; calls with equal kernels and inputs share one run
 * @param returned what this call makes of the kernel's answer
 */
public record BoundBatchCall(List<InputColumn> inputs, BatchKernel kernel, BatchReturn returned) {
  public BoundBatchCall {
    inputs = List.copyOf(inputs);
  }
}
