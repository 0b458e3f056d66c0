package io.cerium.engine.model;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.engine.tensor.ElementType;
import io.cerium.engine.tensor.Shape;
import io.cerium.engine.tensor.Tensor;
import io.cerium.engine.tensor.TensorPool;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** A model written for tests: each run waits for a permit, then gives its input back. */
final class TestModel implements LoadedModel {
  final Semaphore permits = new Semaphore(0);
  final AtomicInteger started = new AtomicInteger();
  final AtomicInteger running = new AtomicInteger();
  final AtomicInteger mostRunning = new AtomicInteger();
  final AtomicBoolean closed = new AtomicBoolean();
  volatile boolean failing;

  /** Whether runs end when they are given up. */
  volatile boolean heeding;

  volatile Thread lastThread;

  /** A model whose runs wait for nothing. */
  static TestModel free() {
    TestModel model = new TestModel();
    model.permits.release(1_000_000);
    return model;
  }

  static Tensor input(float value) {
    Tensor tensor = TensorPool.shared().allocate(ElementType.FLOAT, Shape.of(1, 1));
    tensor.data().putFloat(0, value);
    return tensor;
  }

  @Override
  public Signature signature() {
    TensorSpec x = new TensorSpec("x", ElementType.FLOAT, Shape.of(Shape.DYNAMIC, 1));
    TensorSpec y = new TensorSpec("y", ElementType.FLOAT, Shape.of(Shape.DYNAMIC, 1));
    return new Signature("test", List.of(x), List.of(y), Map.of(), 0, Map.of());
  }

  @Override
  public Map<String, Tensor> run(
      Map<String, Tensor> inputs, List<String> outputs, BooleanSupplier givenUp) {
    lastThread = Thread.currentThread();
    started.incrementAndGet();
    mostRunning.accumulateAndGet(running.incrementAndGet(), Math::max);
    try {
      while (heeding && permits.availablePermits() == 0) {
        if (givenUp.getAsBoolean()) {
          throw CeriumException.of(
              ErrorCode.INFERENCE_FAILED, "model", "t", "reason", "given up", "remedy", "None.");
        }
        Thread.onSpinWait();
      }
      boolean permitted = permits.tryAcquire(60, TimeUnit.SECONDS);
      if (failing || !permitted || closed.get()) {
        throw CeriumException.of(
            ErrorCode.INFERENCE_FAILED, "model", "t", "reason", "it should", "remedy", "None.");
      }
    } catch (InterruptedException e) {
      // As native code does: it does not see interrupts.
      permits.acquireUninterruptibly();
    } finally {
      running.decrementAndGet();
    }
    Tensor output = TensorPool.shared().allocate(ElementType.FLOAT, Shape.of(1, 1));
    output.data().put(inputs.get("x").data());
    return Map.of("y", output);
  }

  @Override
  public void close() {
    closed.set(true);
  }
}
