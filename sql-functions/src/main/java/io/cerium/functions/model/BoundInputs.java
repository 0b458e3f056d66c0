package io.cerium.functions.model;

import io.cerium.functions.spi.InputColumn;
import java.util.List;

/**
 * A model's tensors, each with what fills it.
 *
 * @param columns the values that are read from each row
 * @param feeds one a tensor, in the model's order; they refer to {@code columns} by index
 */
record BoundInputs(List<InputColumn> columns, List<TensorFeed> feeds) {}
