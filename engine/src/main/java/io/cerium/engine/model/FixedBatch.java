package io.cerium.engine.model;

import io.cerium.engine.tensor.ElementType;
import io.cerium.engine.tensor.Shape;
import io.cerium.engine.tensor.Tensor;
import io.cerium.engine.tensor.TensorPool;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Runs any number of rows through a model whose batch has a fixed size: in slices of that size, the
 * last one filled up with copies of its last row, whose answers are cut off again.
 */
final class FixedBatch {
  private final LoadedModel model;
  private final int size;
  private final TensorPool pool;
  private final RowCheck rowCheck;

  FixedBatch(LoadedModel model, TensorPool pool, RowCheck rowCheck) {
    this.model = model;
    this.size = model.signature().fixedBatch();
    this.pool = pool;
    this.rowCheck = rowCheck;
  }

  /** As {@link LoadedModel#run}, for any number of rows. */
  Map<String, Tensor> run(
      Map<String, Tensor> inputs, List<String> outputs, BooleanSupplier givenUp) {
    int rows = (int) inputs.values().iterator().next().shape().dimension(0);
    if (rows == size) {
      return rowCheck.check(rows, model.run(inputs, outputs, givenUp));
    }
    List<Map<String, Tensor>> slices = new ArrayList<>();
    try {
      for (int start = 0; start < rows; start += size) {
        slices.add(runSlice(inputs, start, outputs, givenUp));
      }
      Map<String, Tensor> joined = new HashMap<>();
      for (String name : outputs) {
        joined.put(name, join(slices.stream().map(slice -> slice.get(name)).toList(), rows));
      }
      return joined;
    } finally {
      slices.forEach(slice -> slice.values().forEach(Tensor::close));
    }
  }

  private Map<String, Tensor> runSlice(
      Map<String, Tensor> inputs, int start, List<String> outputs, BooleanSupplier givenUp) {
    Map<String, Tensor> slice = new HashMap<>();
    try {
      inputs.forEach((name, tensor) -> slice.put(name, cut(tensor, start)));
      return rowCheck.check(size, model.run(slice, outputs, givenUp));
    } finally {
      slice.values().forEach(Tensor::close);
    }
  }

  /** The rows from {@code start}, as many as the model takes. */
  private Tensor cut(Tensor tensor, int start) {
    Shape shape = tensor.shape().withFirst(size);
    int last = (int) tensor.shape().dimension(0) - 1;
    if (tensor.type() == ElementType.STRING) {
      int row = Math.toIntExact(shape.row().elements());
      List<String> strings = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        int from = Math.min(start + i, last) * row;
        strings.addAll(Arrays.asList(tensor.strings()).subList(from, from + row));
      }
      return Tensor.ofStrings(shape, strings.toArray(String[]::new));
    }
    Tensor cut = pool.allocate(tensor.type(), shape);
    ByteBuffer data = cut.data();
    for (int i = 0; i < size; i++) {
      data.put(tensor.row(Math.min(start + i, last)));
    }
    return cut;
  }

  /** The first {@code rows} rows of all slices, one after the other. */
  private Tensor join(List<Tensor> slices, int rows) {
    Shape shape = slices.get(0).shape().withFirst(rows);
    if (slices.get(0).type() == ElementType.STRING) {
      String[] strings =
          slices.stream()
              .flatMap(slice -> Arrays.stream(slice.strings()))
              .limit(shape.elements())
              .toArray(String[]::new);
      return Tensor.ofStrings(shape, strings);
    }
    Tensor joined = pool.allocate(slices.get(0).type(), shape);
    ByteBuffer data = joined.data();
    for (Tensor slice : slices) {
      ByteBuffer part = slice.data();
      part.limit(Math.min(part.limit(), data.remaining()));
      data.put(part);
    }
    return joined;
  }
}
