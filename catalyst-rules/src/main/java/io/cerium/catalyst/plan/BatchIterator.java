package io.cerium.catalyst.plan;

import io.cerium.functions.catalyst.ScalaBridge;
import io.cerium.functions.spi.BatchEnvironment;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.JoinedRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.apache.spark.sql.types.DataType;

/**
 * The rows of a partition, answered: while one batch is read, others run and the next is filled.
 *
 * <p>For one thread that reads and another that ends the task, which may be the same: the rows of
 * {@code TRANSFORM} are read by a thread that Spark does not wait for. Who closes does not wait
 * either; what is being read then is given back by the reader, who finds no more rows.
 */
final class BatchIterator implements Iterator<InternalRow>, AutoCloseable {
  /** Enough to keep every inference thread busy from a single task, and one to read meanwhile. */
  private static final int MOST_IN_FLIGHT = Runtime.getRuntime().availableProcessors() + 1;

  /** Rows whose guards keep them out of every step are not gathered without end. */
  private static final int MOST_ROWS = 8192;

  /** Batches of one step that may wait until another step has filled its first. */
  private static final int MOST_BATCHES = 16;

  /** Bytes of kept columns, such as the pictures themselves, that a group may gather. */
  private static final long MOST_BYTES = 16L << 20;

  private final Iterator<InternalRow> input;
  private final BatchEnvironment environment;
  private final TaskMetrics metrics;
  private final List<StepRun> steps = new ArrayList<>();
  private final UnsafeProjection keep;
  private final UnsafeProjection join;
  private final GenericInternalRow results;
  private final JoinedRow joined = new JoinedRow();
  private final Deque<RowGroup> inFlight = new ArrayDeque<>();
  private final InputFiles files = new InputFiles();
  private RowGroup current = new RowGroup(0);
  private final ReentrantLock use = new ReentrantLock();
  private volatile boolean closed;
  private boolean released;

  BatchIterator(
      BatchTask task,
      Iterator<InternalRow> input,
      BatchEnvironment environment,
      TaskMetrics metrics) {
    this.input = input;
    this.environment = environment;
    this.metrics = metrics;
    List<Expression> keptColumns = new ArrayList<>(task.kept());
    this.keep =
        UnsafeProjection.create(ScalaBridge.toSeq(keptColumns), ScalaBridge.toSeq(task.input()));
    DataType[] types = new DataType[task.kept().size() + task.calls()];
    for (int i = 0; i < task.kept().size(); i++) {
      types[i] = task.kept().get(i).dataType();
    }
    for (BatchStep step : task.steps()) {
      for (int i = 0; i < step.returns().size(); i++) {
        types[task.kept().size() + step.positions().get(i)] = step.returns().get(i).dataType();
      }
    }
    this.join = UnsafeProjection.create(types);
    this.results = new GenericInternalRow(task.calls());
    if (input.hasNext()) {
      // An empty partition loads no model.
      open(task.steps(), task.input());
    }
  }

  private void open(List<BatchStep> plan, List<Attribute> columns) {
    boolean opened = false;
    try {
      for (BatchStep step : plan) {
        steps.add(new StepRun(step, columns, environment));
      }
      opened = true;
    } finally {
      if (!opened) {
        close();
      }
    }
  }

  @Override
  public boolean hasNext() {
    use.lock();
    try {
      return !closed && readOn();
    } finally {
      use.unlock();
      releaseIfClosed();
    }
  }

  private boolean readOn() {
    while (!current.hasNext()) {
      current.close();
      current = new RowGroup(steps.size());
      metrics.report();
      boolean answered = false;
      files.beforeReading();
      // What this thread ran itself is read before more is run: nothing would overlap.
      while (!closed && !answered && inFlight.size() < MOST_IN_FLIGHT && input.hasNext()) {
        RowGroup group = send();
        answered = group.isAnswered();
        inFlight.add(group);
      }
      if (closed || inFlight.isEmpty()) {
        close();
        return false;
      }
      current = inFlight.remove();
      current.await(environment);
    }
    return true;
  }

  private RowGroup send() {
    RowGroup group = new RowGroup(steps.size());
    boolean sent = false;
    try {
      fill(group);
      for (int i = 0; !closed && i < steps.size(); i++) {
        if (!steps.get(i).isEmpty()) {
          group.send(i, steps.get(i));
        }
      }
      sent = true;
      return group;
    } finally {
      if (!sent) {
        group.close();
      }
    }
  }

  /**
   * Reads rows until each step has filled a batch. Those that fill theirs sooner send it and begin
   * another: a model that wants large batches must not get the smallest for a neighbour's sake.
   */
  private void fill(RowGroup group) {
    while (!closed && hasRoom(group) && input.hasNext()) {
      InternalRow row = input.next();
      int[] batches = new int[steps.size()];
      int[] places = new int[steps.size()];
      for (int i = 0; i < places.length; i++) {
        StepRun step = steps.get(i);
        batches[i] = group.batches(i);
        places[i] = step.add(row);
        if (step.isFull()) {
          group.send(i, step);
        }
      }
      group.add(keep.apply(row).copy(), batches, places, files.ofLastRow());
    }
  }

  private boolean hasRoom(RowGroup group) {
    int least = Integer.MAX_VALUE;
    int most = 0;
    for (int i = 0; i < steps.size(); i++) {
      least = Math.min(least, group.batches(i));
      most = Math.max(most, group.batches(i));
    }
    return least == 0
        && most < MOST_BATCHES
        && group.size() < MOST_ROWS
        && group.bytes() < MOST_BYTES;
  }

  @Override
  public InternalRow next() {
    use.lock();
    try {
      if (closed || !readOn()) {
        throw new NoSuchElementException();
      }
      return answered();
    } finally {
      use.unlock();
      releaseIfClosed();
    }
  }

  private InternalRow answered() {
    for (int i = 0; i < steps.size(); i++) {
      List<Integer> positions = steps.get(i).step().positions();
      for (int j = 0; j < positions.size(); j++) {
        results.update(positions.get(j), current.value(i, j));
      }
    }
    InternalRow answered = join.apply(joined.apply(current.kept(), results));
    files.tell(current.file());
    current.advance();
    metrics.addRow();
    return answered;
  }

  @Override
  public void close() {
    closed = true;
    releaseIfClosed();
  }

  /**
   * Whoever uses this when it is closed comes here afterwards, so that one of both finds it free.
   */
  private void releaseIfClosed() {
    if (closed && use.tryLock()) {
      try {
        release();
      } finally {
        use.unlock();
      }
    }
  }

  private void release() {
    if (released) {
      return;
    }
    released = true;
    steps.forEach(StepRun::close);
    current.close();
    inFlight.forEach(RowGroup::close);
    inFlight.clear();
    metrics.report();
  }
}
