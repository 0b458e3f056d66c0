package io.cerium.catalyst.plan;

import java.io.Serializable;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.util.TaskCompletionListener;

/**
 * What a task of the batch operator does; travels to the executors.
 *
 * @param calls how many columns the steps make
 * @param kept the columns of {@code input} that are wanted above
 * @param input the columns of the rows
 */
record BatchTask(
    List<BatchStep> steps,
    int calls,
    List<Attribute> kept,
    List<Attribute> input,
    Map<String, ModelShipment> shipments,
    Duration timeout,
    TaskMetrics metrics)
    implements Serializable {

  /** The rows of one partition with the answers joined to them. */
  Iterator<InternalRow> run(Iterator<InternalRow> rows) {
    TaskMetrics ofTask = metrics.forTask();
    BatchIterator answered =
        new BatchIterator(this, rows, new PlanEnvironment(shipments, ofTask, timeout), ofTask);
    // Also where nobody reads to the end: a LIMIT above, a failure, a cancelled query.
    TaskContext.get()
        .addTaskCompletionListener((TaskCompletionListener) context -> answered.close());
    return answered;
  }
}
