package io.cerium.catalyst.plan;

import io.cerium.functions.catalyst.BatchWait;
import io.cerium.functions.spi.BatchAnswer;
import io.cerium.functions.spi.BatchEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;

/** Rows that were sent together, and the answers to them. */
final class RowGroup {
  private final List<UnsafeRow> rows = new ArrayList<>();
  private final List<int[]> places = new ArrayList<>();
  private final List<CompletableFuture<BatchAnswer>> futures = new ArrayList<>();
  private List<BatchAnswer> answers;
  private int next;

  /**
   * @param row the kept columns; a copy
   * @param placesOfSteps where the row is in the batch of each step
   */
  void add(UnsafeRow row, int[] placesOfSteps) {
    rows.add(row);
    places.add(placesOfSteps);
  }

  int size() {
    return rows.size();
  }

  void sent(CompletableFuture<BatchAnswer> future) {
    futures.add(future);
  }

  /** Waits until all answers are there. */
  void await(BatchEnvironment environment) {
    answers = new ArrayList<>();
    for (CompletableFuture<BatchAnswer> future : futures) {
      answers.add(BatchWait.answer(future, environment));
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
    for (CompletableFuture<BatchAnswer> future : futures) {
      future.whenComplete(
          (answer, failure) -> {
            if (answer != null) {
              answer.close();
            }
          });
    }
  }
}
