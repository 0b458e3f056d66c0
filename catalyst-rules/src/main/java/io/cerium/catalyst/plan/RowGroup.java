package io.cerium.catalyst.plan;

import io.cerium.functions.catalyst.BatchWait;
import io.cerium.functions.spi.BatchAnswer;
import io.cerium.functions.spi.BatchEnvironment;
import io.cerium.functions.spi.BatchKernel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;

/** Rows that were sent together, and the answers to them: of each step one batch or some. */
final class RowGroup {
  private final List<Row> rows = new ArrayList<>();
  private final List<List<Sent>> sent = new ArrayList<>();
  private List<List<BatchAnswer>> answers;
  private long bytes;
  private int next;

  /**
   * @param kept its columns; a copy
   * @param batches which batch of each step the row is in
   * @param places where it is in that batch
   * @param file where it comes from
   */
  private record Row(UnsafeRow kept, int[] batches, int[] places, InputFiles.Block file) {}

  private record Sent(BatchKernel kernel, CompletableFuture<BatchAnswer> future) {}

  RowGroup(int steps) {
    for (int i = 0; i < steps; i++) {
      sent.add(new ArrayList<>());
    }
  }

  /**
   * @param kept the kept columns; a copy
   * @param batches which batch of each step the row is in
   * @param places where it is in that batch, or {@link StepRun#NOT_RUN}
   * @param file where it comes from
   */
  void add(UnsafeRow kept, int[] batches, int[] places, InputFiles.Block file) {
    rows.add(new Row(kept, batches, places, file));
    bytes += kept.getSizeInBytes();
  }

  int size() {
    return rows.size();
  }

  /** Bytes of the kept columns. */
  long bytes() {
    return bytes;
  }

  /** How many batches of the step were sent. */
  int batches(int step) {
    return sent.get(step).size();
  }

  /** Sends what the step has gathered. */
  void send(int step, StepRun run) {
    sent.get(step).add(new Sent(run.step().kernel(), run.submit()));
  }

  /** Whether all answers are there. */
  boolean isAnswered() {
    return sent.stream().flatMap(List::stream).allMatch(one -> one.future().isDone());
  }

  /** Waits until all answers are there. */
  void await(BatchEnvironment environment) {
    answers = new ArrayList<>();
    for (List<Sent> ofStep : sent) {
      List<BatchAnswer> arrived = new ArrayList<>();
      for (Sent one : ofStep) {
        arrived.add(BatchWait.answer(one.kernel(), one.future(), environment));
      }
      answers.add(arrived);
    }
  }

  boolean hasNext() {
    return next < rows.size();
  }

  /** Goes to the next row. */
  void advance() {
    next++;
  }

  /** The kept columns of the current row. */
  UnsafeRow kept() {
    return rows.get(next).kept();
  }

  /** Where the current row comes from. */
  InputFiles.Block file() {
    return rows.get(next).file();
  }

  /** The value of the current row, or null where the step's guard kept it out. */
  Object value(int step, int returned) {
    Row row = rows.get(next);
    int place = row.places()[step];
    return place == StepRun.NOT_RUN
        ? null
        : answers.get(step).get(row.batches()[step]).value(place, returned);
  }

  /** Gives all memory back, now or as soon as an answer that is still under way arrives. */
  void close() {
    sent.stream()
        .flatMap(List::stream)
        .forEach(
            one ->
                one.future()
                    .whenComplete(
                        (answer, failure) -> {
                          if (answer != null) {
                            answer.close();
                          }
                        }));
  }
}
