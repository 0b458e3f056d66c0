package io.cerium.engine.model;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One batch in an {@link InferenceQueue}. It can be cancelled only while it waits: afterwards
 * native code reads the inputs, and a future that is done would tell the caller that they are free.
 * From then on cancelling asks the run to end soon.
 */
final class InferenceRequest extends CompletableFuture<InferenceResult> implements Runnable {
  private enum State {
    WAITING,
    RUNNING,
    ENDED
  }

  private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
  private final Function<BooleanSupplier, InferenceResult> work;
  private final Consumer<InferenceRequest> done;
  private volatile boolean unwanted;

  /**
   * @param work runs the model; what it is given tells whether nobody wants the answer any more
   * @param done called once, when this no longer waits nor runs
   */
  InferenceRequest(
      Function<BooleanSupplier, InferenceResult> work, Consumer<InferenceRequest> done) {
    this.work = work;
    this.done = done;
  }

  @Override
  public void run() {
    if (!state.compareAndSet(State.WAITING, State.RUNNING)) {
      return;
    }
    InferenceResult result = null;
    Throwable failure = null;
    try {
      result = work.apply(() -> unwanted);
    } catch (RuntimeException | Error e) {
      // The one who waits learns of everything, an OutOfMemoryError included.
      failure = e;
    } finally {
      done.accept(this);
    }
    if (failure != null) {
      completeExceptionally(failure);
    } else if (!complete(result)) {
      // Someone else ended this future; nobody will close the result.
      result.close();
    }
  }

  /** Fails this if it still waits. */
  void fail(RuntimeException reason) {
    if (state.compareAndSet(State.WAITING, State.ENDED)) {
      done.accept(this);
      completeExceptionally(reason);
    }
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    if (!state.compareAndSet(State.WAITING, State.ENDED)) {
      unwanted = true;
      return isCancelled();
    }
    done.accept(this);
    return super.cancel(mayInterruptIfRunning);
  }
}
