package io.cerium.functions.catalyst;

import io.cerium.functions.spi.BatchAnswer;
import io.cerium.functions.spi.BatchEnvironment;
import io.cerium.functions.spi.BatchKernel;
import io.cerium.functions.spi.BatchReturn;
import io.cerium.functions.spi.BatchRunner;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.util.TaskCompletionListener;

/**
 * Runs a kernel a row at a time. Its run is kept from row to row until the task ends, so that no
 * row loads a model anew; outside of a task each row has its own. Safe for all threads: the rows of
 * a task may be read by another thread than the one that ends it.
 */
final class RowRunner {
  private final BatchKernel kernel;
  private final BatchReturn returned;
  private final BatchEnvironment environment;
  private TaskContext task;
  private BatchRunner kept;

  RowRunner(BatchKernel kernel, BatchReturn returned, BatchEnvironment environment) {
    this.kernel = kernel;
    this.returned = returned;
    this.environment = environment;
  }

  /** The answer to one row. */
  synchronized Object answer(InternalRow inputs) {
    TaskContext current = TaskContext.get();
    if (current == null || current.isCompleted()) {
      try (BatchRunner runner = open()) {
        return answer(runner, inputs);
      }
    }
    if (task != current) {
      close(task);
      task = current;
      current.addTaskCompletionListener((TaskCompletionListener) this::close);
    }
    if (kept == null) {
      kept = open();
    }
    boolean answered = false;
    try {
      Object value = answer(kept, inputs);
      answered = true;
      return value;
    } finally {
      if (!answered) {
        // It may hold a row that was not sent, which the next one must not meet.
        close(current);
      }
    }
  }

  private BatchRunner open() {
    return kernel.open(environment, List.of(returned), 1);
  }

  private Object answer(BatchRunner runner, InternalRow inputs) {
    runner.add(inputs);
    try (BatchAnswer answer = BatchWait.answer(kernel, runner.submit(), environment)) {
      return answer.value(0, 0);
    }
  }

  private synchronized void close(TaskContext ended) {
    if (kept != null && task == ended) {
      kept.close();
      kept = null;
    }
  }
}
