package io.cerium.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.engine.onnx.TestModels;
import io.cerium.engine.tensor.Shape;
import io.cerium.engine.tensor.Tensor;
import io.cerium.engine.tensor.TensorPool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class InferenceQueueTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(50);

  private final List<Tensor> inputs = new ArrayList<>();
  private long outstanding;

  @BeforeEach
  void rememberPool() {
    outstanding = TensorPool.shared().outstandingBytes();
  }

  @AfterEach
  void poolIsWhole() {
    inputs.forEach(Tensor::close);
    await().atMost(LONG).until(() -> TensorPool.shared().outstandingBytes() == outstanding);
  }

  private CompletableFuture<InferenceResult> submit(InferenceQueue queue, float value) {
    Tensor input = TestModel.input(value);
    inputs.add(input);
    return queue.submit(Map.of("x", input), List.of("y"));
  }

  private static float answer(InferenceQueue queue, CompletableFuture<InferenceResult> future) {
    try (InferenceResult result = queue.await(future)) {
      assertThat(result.nanos()).isPositive();
      return result.outputs().get("y").data().getFloat();
    }
  }

  @Test
  void answersEachBatch() {
    try (InferenceQueue queue = new InferenceQueue("t", TestModel.free(), 2, true, LONG)) {
      for (int i = 0; i < 100; i++) {
        assertThat(answer(queue, submit(queue, i))).isEqualTo(i);
      }
    }
  }

  @Test
  void runsOnItsOwnFewThreads() throws Exception {
    TestModel model = TestModel.free();
    ExecutorService tasks = Executors.newFixedThreadPool(16);
    try (InferenceQueue queue = new InferenceQueue("few", model, 3, true, LONG)) {
      List<Future<Boolean>> answers = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        float value = i;
        answers.add(
            tasks.submit(
                () -> {
                  try (Tensor input = TestModel.input(value)) {
                    return answer(queue, queue.submit(Map.of("x", input), List.of("y"))) == value;
                  }
                }));
      }
      for (Future<Boolean> one : answers) {
        assertThat(one.get(30, TimeUnit.SECONDS)).isTrue();
      }
      assertThat(Thread.getAllStackTraces().keySet())
          .filteredOn(thread -> thread.getName().startsWith("cerium-inference-few-"))
          .hasSize(3)
          .allMatch(Thread::isDaemon);
    } finally {
      tasks.shutdownNow();
    }
    assertThat(model.mostRunning.get()).isLessThanOrEqualTo(3);
    assertThat(model.started.get()).isEqualTo(500);
  }

  @Test
  void asManyCallersAsRunsRunTheirBatchesThemselves() throws Exception {
    TestModel model = TestModel.free();
    ExecutorService task = Executors.newSingleThreadExecutor();
    try (InferenceQueue queue = new InferenceQueue("here", model, 2, true, LONG)) {
      Runnable leave = queue.enter();
      Runnable leaveAgain = queue.enter();
      assertThat(answer(queue, submit(queue, 1))).isEqualTo(1);
      assertThat(model.lastThread).isNotSameAs(Thread.currentThread());
      Runnable otherLeaves = task.submit(queue::enter).get(30, TimeUnit.SECONDS);
      CompletableFuture<InferenceResult> done = submit(queue, 2);
      assertThat(done.isDone()).isTrue();
      assertThat(answer(queue, done)).isEqualTo(2);
      assertThat(model.lastThread).isSameAs(Thread.currentThread());
      model.failing = true;
      CompletableFuture<InferenceResult> fails = submit(queue, 3);
      assertThatThrownBy(() -> queue.await(fails)).hasMessageContaining("it should");
      model.failing = false;
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> submit(queue, 4)).isInstanceOf(CancellationException.class);
      assertThat(Thread.interrupted()).isTrue();
      otherLeaves.run();
      assertThat(answer(queue, submit(queue, 5))).isEqualTo(5);
      assertThat(model.lastThread).isNotSameAs(Thread.currentThread());
      leave.run();
      leaveAgain.run();
    } finally {
      task.shutdownNow();
    }
  }

  @Test
  void onAnAcceleratorCallersNeverRunBatches() {
    TestModel model = TestModel.free();
    try (InferenceQueue queue = new InferenceQueue("there", model, 1, false, LONG)) {
      Runnable leave = queue.enter();
      assertThat(answer(queue, submit(queue, 1))).isEqualTo(1);
      assertThat(model.lastThread).isNotSameAs(Thread.currentThread());
      leave.run();
    }
  }

  @Test
  void aFullQueueHoldsTheCallerBackAndThenTimesOut() {
    TestModel model = new TestModel();
    try (InferenceQueue queue = new InferenceQueue("t", model, 1, true, SHORT)) {
      CompletableFuture<InferenceResult> runs = submit(queue, 1);
      CompletableFuture<InferenceResult> waits = submit(queue, 2);
      assertThatThrownBy(() -> submit(queue, 3))
          .isInstanceOfSatisfying(
              CeriumException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.INFERENCE_TIMEOUT));
      assertThatThrownBy(() -> queue.await(runs))
          .isInstanceOf(CeriumException.class)
          .hasMessageContaining("'t' gave no answer");
      model.permits.release(2);
      assertThat(answer(queue, waits)).isEqualTo(2);
    }
  }

  @Test
  void aWaitingBatchCanBeCancelledAndMakesRoom() {
    TestModel model = new TestModel();
    try (InferenceQueue queue = new InferenceQueue("t", model, 1, true, LONG)) {
      CompletableFuture<InferenceResult> runs = submit(queue, 1);
      await().until(() -> model.started.get() == 1);
      for (int i = 0; i < 50; i++) {
        CompletableFuture<InferenceResult> waits = submit(queue, i);
        assertThat(waits.cancel(true)).isTrue();
        assertThat(waits.isCancelled()).isTrue();
        assertThatThrownBy(() -> queue.await(waits)).isInstanceOf(CancellationException.class);
      }
      model.permits.release(1);
      assertThat(answer(queue, runs)).isEqualTo(1);
    }
    assertThat(model.started.get()).isEqualTo(1);
  }

  @Test
  void aRunningBatchCannotBeCancelledAsItsInputsAreBeingRead() {
    TestModel model = new TestModel();
    try (InferenceQueue queue = new InferenceQueue("t", model, 1, true, LONG)) {
      CompletableFuture<InferenceResult> runs = submit(queue, 1);
      await().until(() -> model.started.get() == 1);
      assertThat(runs.cancel(true)).isFalse();
      assertThat(runs.isDone()).isFalse();
      model.permits.release(1);
      assertThat(answer(queue, runs)).isEqualTo(1);
    }
  }

  @Test
  void anInterruptedCallerLeavesAtOnceAndStaysInterrupted() {
    TestModel model = new TestModel();
    try (InferenceQueue queue = new InferenceQueue("t", model, 1, true, LONG)) {
      CompletableFuture<InferenceResult> runs = submit(queue, 1);
      CompletableFuture<InferenceResult> waits = submit(queue, 2);
      await().until(() -> model.started.get() == 1);
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> submit(queue, 3)).isInstanceOf(CancellationException.class);
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
      assertThatThrownBy(() -> queue.await(runs)).isInstanceOf(CancellationException.class);
      assertThat(Thread.interrupted()).isTrue();
      model.permits.release(2);
      assertThat(answer(queue, waits)).isEqualTo(2);
    }
  }

  @Test
  void aRunThatTakesTooLongIsEndedWhoeverRunsIt() {
    TestModel model = new TestModel();
    model.heeding = true;
    try (InferenceQueue queue = new InferenceQueue("t", model, 1, true, SHORT)) {
      CompletableFuture<InferenceResult> there = submit(queue, 1);
      assertThatThrownBy(() -> queue.await(there)).hasMessageContaining("'t' gave no answer");
      await().until(there::isDone);
      Runnable leave = queue.enter();
      CompletableFuture<InferenceResult> here = submit(queue, 2);
      assertThat(model.lastThread).isSameAs(Thread.currentThread());
      assertThatThrownBy(() -> queue.await(here))
          .isInstanceOfSatisfying(
              CeriumException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.INFERENCE_TIMEOUT));
      leave.run();
      model.permits.release(1);
      assertThat(answer(queue, submit(queue, 3))).isEqualTo(3);
    }
  }

  @Test
  void cancellingARunEndsItSoon() {
    TestModel model = new TestModel();
    model.heeding = true;
    try (InferenceQueue queue = new InferenceQueue("t", model, 1, true, LONG)) {
      CompletableFuture<InferenceResult> runs = submit(queue, 1);
      await().until(() -> model.started.get() == 1);
      assertThat(runs.cancel(true)).isFalse();
      assertThatThrownBy(() -> queue.await(runs)).hasMessageContaining("given up");
    }
  }

  @Test
  void anInterruptEndsTheRunThatTheCallerDoesItself() throws Exception {
    TestModel model = new TestModel();
    model.heeding = true;
    ExecutorService task = Executors.newSingleThreadExecutor();
    try (InferenceQueue queue = new InferenceQueue("t", model, 1, true, LONG);
        Tensor input = TestModel.input(1)) {
      Future<CompletableFuture<InferenceResult>> running =
          task.submit(
              () -> {
                Runnable leave = queue.enter();
                try {
                  return queue.submit(Map.of("x", input), List.of("y"));
                } finally {
                  leave.run();
                }
              });
      await().until(() -> model.started.get() == 1);
      task.shutdownNow();
      CompletableFuture<InferenceResult> ended = running.get(30, TimeUnit.SECONDS);
      assertThatThrownBy(() -> queue.await(ended)).isInstanceOf(CancellationException.class);
    } finally {
      task.shutdownNow();
    }
  }

  @Test
  void aFailureReachesItsCallerAloneAndTheThreadGoesOn() {
    TestModel model = TestModel.free();
    try (InferenceQueue queue = new InferenceQueue("t", model, 1, true, LONG)) {
      for (int i = 0; i < 10; i++) {
        model.failing = true;
        CompletableFuture<InferenceResult> fails = submit(queue, 1);
        assertThatThrownBy(() -> queue.await(fails))
            .isInstanceOf(CeriumException.class)
            .hasMessageContaining("it should");
        model.failing = false;
        assertThat(answer(queue, submit(queue, 2))).isEqualTo(2);
      }
    }
  }

  @Test
  void closingFailsWhatWaitsAndLetsTheRunEnd() throws Exception {
    TestModel model = new TestModel();
    InferenceQueue queue = new InferenceQueue("t", model, 1, true, LONG);
    CompletableFuture<InferenceResult> runs = submit(queue, 1);
    await().until(() -> model.started.get() == 1);
    CompletableFuture<InferenceResult> waits = submit(queue, 2);
    ExecutorService closer = Executors.newSingleThreadExecutor();
    try {
      Future<?> closing = closer.submit(queue::close);
      await().until(waits::isDone);
      assertThatThrownBy(() -> queue.await(waits))
          .isInstanceOf(CeriumException.class)
          .hasMessageContaining("it was unloaded");
      assertThat(closing.isDone()).isFalse();
      model.permits.release(1);
      closing.get(30, TimeUnit.SECONDS);
      assertThat(answer(queue, runs)).isEqualTo(1);
    } finally {
      closer.shutdownNow();
    }
    CompletableFuture<InferenceResult> late = submit(queue, 3);
    assertThatThrownBy(() -> queue.await(late)).hasMessageContaining("it was unloaded");
  }

  @Test
  void outputsThatDoNotFollowTheRowsAreRefused() {
    try (LoadedModel model = TestModels.load("not_by_rows");
        InferenceQueue queue = new InferenceQueue("not_by_rows", model, 1, true, LONG);
        Tensor x = TestModels.floats(Shape.of(2, 2), 1, 1, 1, 1)) {
      CompletableFuture<InferenceResult> future = queue.submit(Map.of("x", x), List.of("y"));
      assertThatThrownBy(() -> queue.await(future))
          .isInstanceOf(CeriumException.class)
          .hasMessageContaining("for 2 rows its output 'y' has the shape [4,2]");
    }
  }

  @Test
  void aFixedBatchIsFilledUpAndCut() {
    try (LoadedModel model = TestModels.load("fixed_batch");
        InferenceQueue queue = new InferenceQueue("fixed_batch", model, 1, true, LONG);
        Tensor x = TestModels.floats(Shape.of(1, 3), 1, 2, 3)) {
      Tensor t = Tensor.ofStrings(Shape.of(1, 1), new String[] {"a"});
      try (InferenceResult result =
          queue.await(queue.submit(Map.of("x", x, "t", t), List.of("sum")))) {
        assertThat(result.outputs().get("sum").shape()).isEqualTo(Shape.of(1));
        assertThat(result.outputs().get("sum").data().getFloat()).isEqualTo(6);
      }
    }
  }
}
