package io.cerium.catalyst.plan;

import io.cerium.functions.catalyst.BatchWait;
import io.cerium.functions.spi.BatchAnswer;
import io.cerium.functions.spi.BatchEnvironment;
import io.cerium.functions.spi.BatchKernel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;

/** Rows that were sent together, and the answers to them. */
final class RowGroup {
  private final List<UnsafeRow> rows = new ArrayList<>();
  private final List<int[]> places = new ArrayList<>();
  private final List<Sent> sent = new ArrayList<>();
  private List<BatchAnswer> answers;
  private long bytes;
  private int next;

  private record Sent(BatchKernel kernel, CompletableFuture<BatchAnswer> future) {}

  /**
   * @param row the kept columns; a copy
   * @param placesOfSteps where the row is in the batch of each step
   */
  void add(UnsafeRow row, int[] placesOfSteps) {
    rows.add(row);
    bytes += row.getSizeInBytes();
    places.add(placesOfSteps);
  }

  int size() {
    return rows.size();
  }

  void sent(BatchKernel kernel, CompletableFuture<BatchAnswer> future) {
    sent.add(new Sent(kernel, future));
  }

  /** Bytes of the kept columns. */
  long bytes() {
    return bytes;
  }

  /** Whether all answers are there. */
  boolean isAnswered() {
    return sent.stream().allMatch(one -> one.future().isDone());
  }

  /** Waits until all answers are there. */
  void await(BatchEnvironment environment) {
    answers = new ArrayList<>();
    for (Sent one : sent) {
      answers.add(BatchWait.answer(one.kernel(), one.future(), environment));
    }
  }

  boolean hasNext() {
    return next < rows.size();
  }

  /** Goes to the next row. */
  void advance() {
    next++;
  }

  UnsafeRow row() {
    return rows.get(next);
  }

  /** The value of the current row, or null where the step's guard kept it out. */
  Object value(int step, int returned) {
    int place = places.get(next)[step];
    return place == StepRun.NOT_RUN ? null : answers.get(step).value(place, returned);
  }

  /** Gives all memory back, now or as soon as an answer that is still under way arrives. */
  void close() {
    for (Sent one : sent) {
      one.future()
          .whenComplete(
              (answer, failure) -> {
                if (answer != null) {
                  answer.close();
                }
              });
    }
  }
}
