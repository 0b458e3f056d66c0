package io.cerium.catalyst.ui;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.catalyst.plans.logical.CommandResult;

/** Commands, which Spark runs when it is given them; queries only run when their rows are read. */
public final class FinishedCommand {
  private FinishedCommand() {}

  /** Whether the statement that gave {@code result} has been run, with all that it does. */
  public static boolean is(Dataset<?> result) {
    return result.queryExecution().commandExecuted() instanceof CommandResult;
  }
}
