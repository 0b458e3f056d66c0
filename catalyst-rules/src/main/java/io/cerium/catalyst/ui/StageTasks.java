package io.cerium.catalyst.ui;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The tasks of one stage, and when they began; times are those of {@link System#nanoTime}. */
final class StageTasks {
  private final int count;
  private final Map<Long, Long> begun = new HashMap<>();
  private int finished;
  private long finishedNanos;
  private boolean complete;

  StageTasks(int count) {
    this.count = count;
  }

  void begin(long task, long now) {
    begun.put(task, now);
  }

  /**
   * @param successful whether it need not run again
   */
  void end(long task, boolean successful, long now) {
    Long begin = begun.remove(task);
    if (successful) {
      finished++;
      finishedNanos += begin == null ? 0 : now - begin;
    }
  }

  /** Nothing of the stage runs any more, whether it succeeded or not. */
  void complete() {
    complete = true;
  }

  boolean isComplete() {
    return complete;
  }

  int count() {
    return count;
  }

  int finished() {
    return finished;
  }

  /**
   * If each task takes as long as those that have finished did, and as many run at once as now.
   * Empty before one has finished, and when those that run have taken longer already and none
   * waits: then nothing tells how long they will.
   */
  Optional<Duration> left(long now) {
    if (finished == 0) {
      return Optional.empty();
    }
    long usual = finishedNanos / finished;
    long left = usual * Math.max(0, count - finished - begun.size());
    for (long begin : begun.values()) {
      left += Math.max(0, usual - (now - begin));
    }
    return left == 0
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(left / Math.max(1, begun.size())));
  }
}
