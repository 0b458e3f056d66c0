package io.cerium.functions.catalyst;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.engine.error.TimeLimit;
import io.cerium.functions.spi.BatchAnswer;
import io.cerium.functions.spi.BatchEnvironment;
import io.cerium.functions.spi.BatchKernel;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;

/** Waits for answers on a task's thread: never for ever, and never past the end of the task. */
public final class BatchWait {
  private BatchWait() {}

  /**
   * @param kernel what gives the answer, for messages
   * @throws CeriumException INFERENCE_TIMEOUT, or what made the batch fail
   * @throws TaskKilledException if the task was cancelled meanwhile
   */
  public static BatchAnswer answer(
      BatchKernel kernel, CompletableFuture<BatchAnswer> future, BatchEnvironment environment) {
    requireWanted(future);
    long begin = System.nanoTime();
    try {
      return future.get(environment.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof CancellationException) {
        throw new TaskKilledException("interrupted while a model ran");
      }
      if (e.getCause() instanceof CeriumException error) {
        throw error;
      }
      throw CeriumException.causedBy(
          e.getCause(),
          ErrorCode.INFERENCE_FAILED,
          "model",
          name(kernel),
          "reason",
          String.valueOf(e.getCause().getMessage()),
          "remedy",
          "The executor's log has the details.");
    } catch (TimeoutException e) {
      closeLater(future);
      throw TimeLimit.ofBatch(name(kernel), environment.timeout());
    } catch (InterruptedException e) {
      closeLater(future);
      Thread.currentThread().interrupt();
      throw new TaskKilledException("interrupted while a model ran");
    } finally {
      environment.metrics().addWaitNanos(System.nanoTime() - begin);
    }
  }

  /** Spark looks whether a task was killed at each row of a scan: of one, models may have much. */
  private static void requireWanted(CompletableFuture<BatchAnswer> future) {
    TaskContext task = TaskContext.get();
    if (task != null && task.isInterrupted()) {
      closeLater(future);
      throw new TaskKilledException("cancelled while a model ran");
    }
  }

  private static String name(BatchKernel kernel) {
    return kernel.models().stream()
        .map(model -> model.name().toString())
        .findFirst()
        .orElseGet(kernel::describe);
  }

  /** Nobody waits any more: what still arrives is given back. */
  private static void closeLater(CompletableFuture<BatchAnswer> future) {
    future.whenComplete(
        (answer, failure) -> {
          if (answer != null) {
            answer.close();
          }
        });
  }
}
