package io.cerium.functions.model;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.LackOfMemory;
import io.cerium.engine.model.TensorSpec;
import io.cerium.engine.tensor.ElementType;
import io.cerium.engine.tensor.Shape;
import io.cerium.engine.tensor.Tensor;
import io.cerium.engine.tensor.TensorPool;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * The rows of one batch on their way into the model's tensors. A row with a NULL input and a row
 * that failed take no slot. Owns the tensors until closed.
 */
final class ModelBatch implements AutoCloseable {
  /** What stands for a row that takes no slot: a NULL input. */
  private static final int NO_SLOT = -1;

  private final String model;
  private final List<TensorFeed> feeds;
  private final int capacity;
  private final Map<String, Tensor> tensors = new LinkedHashMap<>();
  private final List<Integer> slotOfRow = new ArrayList<>();
  private final Map<Integer, CeriumException> failures = new HashMap<>();
  private final List<CompletableFuture<?>> readers = new ArrayList<>();
  private int slots;

  /**
   * @param model its name, for messages
   * @param capacity the most rows that take a slot
   */
  ModelBatch(String model, List<TensorFeed> feeds, int capacity) {
    this.model = model;
    this.feeds = feeds;
    this.capacity = capacity;
  }

  /** Bytes that one row takes in all tensors; texts, which lie elsewhere, count as nothing. */
  static long bytesPerRow(List<TensorFeed> feeds) {
    long bytes = 0;
    for (TensorFeed feed : feeds) {
      if (feed.tensor().type() != ElementType.STRING) {
        bytes +=
            Math.multiplyExact(shape(feed).row().elements(), (long) feed.tensor().type().bytes());
      }
    }
    return bytes;
  }

  private void allocate() {
    try {
      allocateTensors();
    } catch (OutOfMemoryError e) {
      close();
      throw LackOfMemory.ofBatch(model, capacity, e, String.valueOf(e.getMessage()));
    }
  }

  private void allocateTensors() {
    for (TensorFeed feed : feeds) {
      TensorSpec spec = feed.tensor();
      Shape shape = shape(feed).withFirst(capacity);
      tensors.put(
          spec.name(),
          spec.type() == ElementType.STRING
              ? Tensor.ofStrings(shape, new String[Math.toIntExact(shape.elements())])
              : TensorPool.shared().allocate(spec.type(), shape));
    }
  }

  /**
   * The tensor's shape, where the picture's size stands for dimensions that the model left open.
   */
  private static Shape shape(TensorFeed feed) {
    Shape shape = feed.tensor().shape();
    if (!(feed instanceof TensorFeed.Picture picture)) {
      return shape;
    }
    return switch (picture.format().layout()) {
      case CHW ->
          Shape.of(
              1,
              picture.format().order().channels(),
              picture.format().height(),
              picture.format().width());
      case HWC ->
          Shape.of(
              1,
              picture.format().height(),
              picture.format().width(),
              picture.format().order().channels());
    };
  }

  void add(InternalRow row) {
    int index = slotOfRow.size();
    int slot = NO_SLOT;
    boolean complete = !hasNull(row);
    if (complete && tensors.isEmpty()) {
      allocate();
    }
    try {
      if (complete && write(row)) {
        slot = slots++;
      }
    } catch (CeriumException e) {
      failures.put(index, e);
    }
    slotOfRow.add(slot);
  }

  private boolean hasNull(InternalRow row) {
    for (TensorFeed feed : feeds) {
      for (int input : feed.inputs()) {
        if (row.isNullAt(input)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean write(InternalRow row) {
    boolean known = true;
    for (TensorFeed feed : feeds) {
      Tensor tensor = tensors.get(feed.tensor().name());
      if (feed instanceof TensorFeed.Text text) {
        tensor.strings()[slots] = text.read(row);
        continue;
      }
      ByteBuffer slice = tensor.row(slots);
      if (feed instanceof TensorFeed.Picture picture) {
        known &= picture.write(row, slice);
      } else if (feed instanceof TensorFeed.Columns columns) {
        columns.write(row, slice);
      } else if (feed instanceof TensorFeed.Elements elements) {
        elements.write(row, slice);
      } else {
        ((TensorFeed.MlVector) feed).write(row, slice);
      }
    }
    return known;
  }

  boolean isFull() {
    return slots == capacity;
  }

  /** Rows that were added. */
  int rows() {
    return slotOfRow.size();
  }

  /** Rows that go to the model. */
  int slots() {
    return slots;
  }

  /** The tensors with the rows that were filled; they share this batch's memory. */
  Map<String, Tensor> inputs() {
    Map<String, Tensor> filled = new HashMap<>();
    tensors.forEach((name, tensor) -> filled.put(name, tensor.firstRows(slots)));
    return filled;
  }

  /** The tensors of one row. */
  Map<String, Tensor> inputsOf(int slot) {
    Map<String, Tensor> one = new HashMap<>();
    tensors.forEach((name, tensor) -> one.put(name, tensor.rows(slot, 1)));
    return one;
  }

  /** Where a row is, or negative if it has a NULL input or failed. */
  int slot(int row) {
    return slotOfRow.get(row);
  }

  /** Why a row failed, or null. */
  CeriumException failure(int row) {
    return failures.get(row);
  }

  int failed() {
    return failures.size();
  }

  /** Keeps the memory, even if this is closed, until a run that reads it has ended. */
  void keepFor(CompletableFuture<?> reader) {
    readers.add(reader);
  }

  /** Gives the memory back, now or as soon as nobody reads it. */
  @Override
  public void close() {
    List<Tensor> freed = List.copyOf(tensors.values());
    tensors.clear();
    CompletableFuture.allOf(readers.toArray(CompletableFuture[]::new))
        .whenComplete((all, failure) -> freed.forEach(Tensor::close));
  }
}
