package io.cerium.shell;

import com.google.common.base.Throwables;
import io.cerium.catalyst.ui.FinishedCommand;
import io.cerium.catalyst.ui.ProgressSnapshot;
import io.cerium.catalyst.ui.StatementProgress;
import io.cerium.engine.error.MaskedText;
import io.cerium.launch.StandardStreams;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Runs statements one after the other and writes what they give.
 *
 * <p>One thread runs statements; {@link #cancel} may come from any.
 */
final class Shell {
  /** How long the closing line may wait for the last reports of tasks. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final String CANCELLED = "The statement was cancelled.";

  private final SparkSession session;
  private final StandardStreams streams;
  private final ResultFormat format;
  private final ShellOptions.Errors errors;
  private final Screen screen;
  private volatile String jobGroup = "";
  private volatile boolean cancelled;

  /** Whether progress can be shown on standard error. */
  enum Screen {
    TERMINAL,
    NONE
  }

  Shell(SparkSession session, StandardStreams streams, ShellOptions options, Screen screen) {
    this.session = session;
    this.streams = streams;
    this.format = options.format();
    this.errors = options.errors();
    this.screen = screen;
  }

  /**
   * Runs one statement; a failure is told on standard error.
   *
   * @param place where the statement stands, for the failure; may be empty
   * @return whether it succeeded
   */
  boolean run(String statement, String place) {
    cancelled = false;
    try {
      runOrThrow(statement);
      boolean written = !streams.results().checkError();
      if (!written) {
        tell("The result could not be written to standard output.");
      }
      return written;
    } catch (Exception | LinkageError | StackOverflowError | OutOfMemoryError failure) {
      // Errors too: what a statement took of stack or heap, its end has given back.
      streams.results().flush();
      tell(place + (cancelled ? CANCELLED : ErrorText.of(failure)));
      if (errors == ShellOptions.Errors.STACK_TRACE) {
        tell(Throwables.getStackTraceAsString(failure));
      }
      return false;
    }
  }

  /** A failure's words hold data and locations. */
  private void tell(String words) {
    streams.notes().println(VisibleText.inLines(MaskedText.of(words)));
  }

  private void runOrThrow(String statement) {
    Instant begin = Instant.now();
    String group = UUID.randomUUID().toString();
    StatementProgress progress = new StatementProgress(group, this::cancelAgain);
    session.sparkContext().setJobGroup(group, MaskedText.of(statement), true);
    session.sparkContext().addSparkListener(progress);
    jobGroup = group;
    ProgressSnapshot end;
    List<Row> rows;
    StructType schema;
    try (ProgressLine line = new ProgressLine(progress, streams.notes())) {
      if (screen == Screen.TERMINAL) {
        line.start();
      }
      Dataset<Row> result = session.sql(statement);
      // What a command did is told, even if that was no longer wanted.
      if (cancelled && !FinishedCommand.is(result)) {
        throw new CancellationException();
      }
      schema = result.schema();
      rows = schema.isEmpty() ? List.of() : result.collectAsList();
    } finally {
      jobGroup = "";
      session.sparkContext().clearJobGroup();
      end = progress.end(session.sparkContext(), PATIENCE);
    }
    Duration wall = Duration.between(begin, Instant.now());
    print(schema, rows);
    streams.notes().println(new StatementSummary(rows.size(), wall, end));
  }

  private void print(StructType schema, List<Row> rows) {
    if (!schema.isEmpty()) {
      ZoneId zone = ZoneId.of(session.conf().get("spark.sql.session.timeZone"), ZoneId.SHORT_IDS);
      Iterable<StructValue> values =
          () -> rows.stream().map(row -> PlainValue.ofRow(row, schema)).iterator();
      ResultPrinter.of(format, zone)
          .print(Arrays.asList(schema.fieldNames()), values, streams.results());
      streams.results().flush();
    }
  }

  /** Ends the statement that runs now, if one does: what of it runs, and what would run next. */
  void cancel() {
    cancelled = true;
    cancelAgain();
  }

  private void cancelAgain() {
    String group = jobGroup;
    if (cancelled && !group.isEmpty()) {
      session.sparkContext().cancelJobGroup(group);
    }
  }
}
