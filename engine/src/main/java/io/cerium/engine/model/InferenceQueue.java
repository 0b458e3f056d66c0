package io.cerium.engine.model;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.engine.error.LackOfMemory;
import io.cerium.engine.error.TimeLimit;
import io.cerium.engine.tensor.Tensor;
import io.cerium.engine.tensor.TensorPool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * The batches of all tasks for one loaded model, so many of which run at once: on threads of this
 * queue or, where the model runs on processors and there are as many callers as runs, on the
 * callers' own. More threads than processors would only take turns.
 *
 * <p>At most twice as many batches as run at once are under way, those that run among them; then
 * {@link #submit} blocks, for no longer than the timeout. No run takes longer than that either, nor
 * goes on when nobody wants it. Safe for all threads. Closing fails the batches that wait.
 */
public final class InferenceQueue implements AutoCloseable {
  private final String name;
  private final LoadedModel model;
  private final RowCheck rowCheck;
  private final FixedBatch fixedBatch;
  private final Duration timeout;
  private final boolean callersRun;
  private final int runsAtOnce;
  private final Semaphore room;
  private final Semaphore runs;
  private final ConcurrentMap<Thread, Integer> callers = new ConcurrentHashMap<>();
  private final ThreadPoolExecutor threads;

  /**
   * @param name of the model, for threads' names and messages
   * @param model stays the caller's, to be closed after this
   * @param runsAtOnce how many batches run at once
   * @param callersRun whether callers may run batches themselves, as is right on processors
   * @param timeout of each single wait
   */
  public InferenceQueue(
      String name, LoadedModel model, int runsAtOnce, boolean callersRun, Duration timeout) {
    this.name = name;
    this.model = model;
    this.rowCheck = new RowCheck(name);
    this.fixedBatch = new FixedBatch(model, TensorPool.shared(), rowCheck);
    this.timeout = timeout;
    this.callersRun = callersRun;
    this.runsAtOnce = runsAtOnce;
    this.room = new Semaphore(2 * runsAtOnce);
    this.runs = new Semaphore(runsAtOnce);
    AtomicInteger number = new AtomicInteger();
    this.threads =
        new ThreadPoolExecutor(
            runsAtOnce,
            runsAtOnce,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(2 * runsAtOnce),
            work -> {
              Thread thread =
                  new Thread(work, "cerium-inference-" + name + "-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            }) {
          @Override
          protected void beforeExecute(Thread thread, Runnable work) {
            runs.acquireUninterruptibly();
          }

          @Override
          protected void afterExecute(Runnable work, Throwable failure) {
            runs.release();
          }
        };
  }

  /**
   * Counts this thread among the callers until the answer is run, once, by any thread. A thread
   * that enters twice is one caller.
   */
  Runnable enter() {
    Thread caller = Thread.currentThread();
    callers.merge(caller, 1, Integer::sum);
    return () -> callers.computeIfPresent(caller, (thread, times) -> times == 1 ? null : times - 1);
  }

  /**
   * Queues one batch, or runs it.
   *
   * @param inputs by name, all with the same number of rows, at least one; they stay the caller's,
   *     who leaves them alone until the future is done
   * @param outputs names of the wanted outputs
   * @return the result, which the receiver closes; {@code cancel} works until the run begins, and
   *     answers false from then on
   * @throws CeriumException INFERENCE_TIMEOUT if there was no room in time
   * @throws CancellationException if this thread was interrupted; it stays so
   */
  public CompletableFuture<InferenceResult> submit(
      Map<String, Tensor> inputs, List<String> outputs) {
    if (callersRun && callers.size() >= runsAtOnce) {
      // Worth waiting for: if this batch were queued, so would be the next, and callers that decode
      // would go on to compete with threads that run.
      acquire(runs);
      return runHere(inputs, outputs);
    }
    acquire(room);
    InferenceRequest request =
        new InferenceRequest(unwanted -> run(inputs, outputs, unwanted), this::done);
    try {
      threads.execute(request);
    } catch (java.util.concurrent.RejectedExecutionException e) {
      request.fail(closed());
    }
    return request;
  }

  private void acquire(Semaphore semaphore) {
    try {
      if (!semaphore.tryAcquire(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        throw timedOut();
      }
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private CompletableFuture<InferenceResult> runHere(
      Map<String, Tensor> inputs, List<String> outputs) {
    try {
      if (Thread.currentThread().isInterrupted()) {
        throw interrupted();
      }
      InferenceRequest request =
          new InferenceRequest(unwanted -> run(inputs, outputs, unwanted), ended -> {});
      if (threads.isShutdown()) {
        request.fail(closed());
      } else {
        request.run();
      }
      return request;
    } finally {
      runs.release();
    }
  }

  /**
   * Waits for a batch, for no longer than the timeout. What comes too late is closed.
   *
   * @throws CeriumException what failed the batch, or INFERENCE_TIMEOUT
   * @throws CancellationException if the batch was cancelled or this thread interrupted
   */
  public InferenceResult await(CompletableFuture<InferenceResult> future) {
    try {
      return future.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      abandon(future);
      throw interrupted();
    } catch (TimeoutException e) {
      abandon(future);
      throw timedOut();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof CeriumException failure) {
        throw failure;
      }
      throw new IllegalStateException("a batch failed for no reason of the model's", e.getCause());
    }
  }

  private static void abandon(CompletableFuture<InferenceResult> future) {
    future.cancel(true);
    future.whenComplete(
        (result, failure) -> {
          if (result != null) {
            result.close();
          }
        });
  }

  private InferenceResult run(
      Map<String, Tensor> inputs, List<String> outputs, BooleanSupplier unwanted) {
    Thread runner = Thread.currentThread();
    long start = System.nanoTime();
    BooleanSupplier late = () -> System.nanoTime() - start > timeout.toNanos();
    BooleanSupplier givenUp =
        () -> unwanted.getAsBoolean() || late.getAsBoolean() || runner.isInterrupted();
    try {
      Map<String, Tensor> answers =
          model.signature().fixedBatch() > 0
              ? fixedBatch.run(inputs, outputs, givenUp)
              : rowCheck.check(
                  inputs.values().iterator().next().shape().dimension(0),
                  model.run(inputs, outputs, givenUp));
      return new InferenceResult(answers, System.nanoTime() - start);
    } catch (CeriumException e) {
      if (runner.isInterrupted()) {
        throw interrupted();
      }
      throw late.getAsBoolean() ? timedOut() : e;
    } catch (OutOfMemoryError e) {
      // Of one batch; the process goes on.
      throw LackOfMemory.ofBatch(
          name,
          inputs.values().iterator().next().shape().dimension(0),
          e,
          String.valueOf(e.getMessage()));
    }
  }

  private void done(InferenceRequest request) {
    threads.remove(request);
    room.release();
  }

  /** Fails what waits, and waits for what runs, for no longer than the timeout. */
  @Override
  public void close() {
    threads.shutdown();
    List<Runnable> waiting = new ArrayList<>();
    threads.getQueue().drainTo(waiting);
    waiting.forEach(request -> ((InferenceRequest) request).fail(closed()));
    try {
      if (runs.tryAcquire(runsAtOnce, timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        runs.release(runsAtOnce);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private CeriumException closed() {
    return CeriumException.of(
        ErrorCode.INFERENCE_FAILED,
        "model",
        name,
        "reason",
        "it was unloaded",
        "remedy",
        "Run the statement again.");
  }

  private CeriumException timedOut() {
    return TimeLimit.ofBatch(name, timeout);
  }

  private static CancellationException interrupted() {
    Thread.currentThread().interrupt();
    return new CancellationException("the task was ended while it waited for a model");
  }
}
