package io.cerium.shell;

import io.cerium.catalyst.ui.ProgressSnapshot;
import io.cerium.catalyst.ui.StatementProgress;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * One line on a terminal, rewritten while a statement runs: rows, rows/s, tasks, time left. It
 * appears once started and after a second; closing it wipes the line.
 */
final class ProgressLine implements AutoCloseable {
  private static final String WIPE = "\r\033[K";
  private static final long FIRST_MILLIS = 1000;
  private static final long PERIOD_MILLIS = 500;

  private final StatementProgress progress;
  private final PrintStream terminal;
  private final Instant begin = Instant.now();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "cerium-progress");
            thread.setDaemon(true);
            return thread;
          });
  private boolean drawn;
  private boolean closed;

  ProgressLine(StatementProgress progress, PrintStream terminal) {
    this.progress = progress;
    this.terminal = terminal;
  }

  void start() {
    var unused =
        clock.scheduleAtFixedRate(this::draw, FIRST_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
  }

  private synchronized void draw() {
    if (!closed) {
      terminal.print(WIPE + text(progress.snapshot(), Duration.between(begin, Instant.now())));
      terminal.flush();
      drawn = true;
    }
  }

  /** What the line says after a time. */
  static String text(ProgressSnapshot now, Duration elapsed) {
    double seconds = elapsed.toMillis() / 1000.0;
    // Sources of other stages may have been read to their end long before.
    long rows = now.batchRows() > 0 ? now.batchRows() : now.rowsRead();
    StringBuilder text = new StringBuilder();
    if (rows > 0) {
      text.append(String.format(Locale.ROOT, "%,d rows, %,.0f rows/s, ", rows, rows / seconds));
    }
    text.append(
        now.tasks() == 0
            ? "planning, "
            : String.format(Locale.ROOT, "%,d of %,d tasks, ", now.finishedTasks(), now.tasks()));
    text.append(String.format(Locale.ROOT, "%.0f s", seconds));
    now.left()
        .ifPresent(
            left ->
                text.append(
                    String.format(Locale.ROOT, ", about %.0f s left", left.toMillis() / 1000.0)));
    return text.toString();
  }

  @Override
  public void close() {
    clock.shutdownNow();
    synchronized (this) {
      closed = true;
      if (drawn) {
        terminal.print(WIPE);
        terminal.flush();
      }
    }
  }
}
