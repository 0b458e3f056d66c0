package io.cerium.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.cerium.engine.digest.Sha256;
import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.engine.tensor.Tensor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ModelCacheTest {
  private static final int BYTES = 5;

  /** Loads {@link TestModel}s, and keeps them by the location of their source. */
  private static final class TestRuntime implements ModelRuntime {
    final Map<String, TestModel> loaded = new ConcurrentHashMap<>();
    final AtomicInteger loads = new AtomicInteger();
    volatile CountDownLatch gate = new CountDownLatch(0);
    volatile Throwable failure;

    @Override
    public String format() {
      return "test";
    }

    @Override
    public Signature inspect(ModelSource source) {
      return TestModel.free().signature();
    }

    @Override
    public LoadedModel load(ModelSource source, Device device, int threads) {
      loads.incrementAndGet();
      try {
        assertThat(gate.await(30, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancellationException("interrupted while loading");
      }
      if (failure instanceof Error error) {
        throw error;
      }
      if (failure instanceof RuntimeException exception) {
        throw exception;
      }
      TestModel model = TestModel.free();
      loaded.put(source.location(), model);
      return model;
    }

    TestModel model(String name) {
      return loaded.get(name);
    }
  }

  private final TestRuntime runtime = new TestRuntime();

  private static ModelCache cache(int count, long bytes) {
    return new ModelCache(new InferenceSettings.Values(1, 1, Duration.ofSeconds(30), bytes, count));
  }

  private ModelLease lease(ModelCache cache, String name) {
    return lease(cache, name, runtime);
  }

  private static ModelLease lease(ModelCache cache, String name, ModelRuntime runtime) {
    return cache.lease(name, runtime, digest(name), Device.CPU, source(name));
  }

  private static Supplier<ModelSource> source(String name) {
    return () -> new ModelSource.Bytes(name, content(name));
  }

  private static byte[] content(String name) {
    return (name + "     ").substring(0, BYTES).getBytes(StandardCharsets.US_ASCII);
  }

  private static String digest(String name) {
    return Sha256.of(content(name));
  }

  @Test
  void aLackOfMemoryIsToldAsSuch() {
    runtime.failure = new OutOfMemoryError("Java heap space");
    try (ModelCache cache = cache(1, 100)) {
      assertThatThrownBy(() -> lease(cache, "a"))
          .hasMessageStartingWith(
              "[OUT_OF_MEMORY] There is not enough memory for the weights of the model 'a': J")
          .hasNoCause();
    }
  }

  @Test
  void sixteenThreadsCauseOneLoad() throws Exception {
    runtime.gate = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try (ModelCache cache = cache(1, 100)) {
      List<Future<ModelLease>> leases = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        leases.add(threads.submit(() -> lease(cache, "m")));
      }
      runtime.gate.countDown();
      for (Future<ModelLease> lease : leases) {
        try (ModelLease held = lease.get(30, TimeUnit.SECONDS)) {
          assertThat(held.model()).isSameAs(runtime.model("m"));
        }
      }
      assertThat(runtime.loads.get()).isEqualTo(1);
      assertThat(runtime.model("m").closed).isFalse();
    } finally {
      threads.shutdownNow();
    }
    assertThat(runtime.model("m").closed).isTrue();
  }

  @Test
  void theSourceIsAskedOnlyWhenTheModelIsNotLoaded() {
    try (ModelCache cache = cache(1, 100)) {
      lease(cache, "m").close();
      Supplier<ModelSource> never =
          () -> {
            throw new AssertionError("asked though loaded");
          };
      cache.lease("m", runtime, digest("m"), Device.CPU, never).close();
    }
  }

  @Test
  void devicesHaveModelsOfTheirOwn() {
    try (ModelCache cache = cache(9, 100)) {
      Device other = new Device(Device.Kind.CUDA, 0);
      lease(cache, "m").close();
      cache.lease("m", runtime, digest("m"), other, source("m")).close();
      assertThat(runtime.loads.get()).isEqualTo(2);
      assertThat(cache.size()).isEqualTo(2);
    }
  }

  @Test
  void theLongestUnusedIsUnloadedFirst() {
    try (ModelCache cache = cache(2, 100)) {
      lease(cache, "a").close();
      lease(cache, "b").close();
      lease(cache, "a").close();
      lease(cache, "c").close();
      assertThat(runtime.model("b").closed).isTrue();
      assertThat(runtime.model("a").closed).isFalse();
      assertThat(runtime.model("c").closed).isFalse();
      assertThat(cache.size()).isEqualTo(2);
    }
  }

  @Test
  void bytesBoundTheUnusedModels() {
    try (ModelCache cache = cache(9, 2 * BYTES)) {
      lease(cache, "a").close();
      lease(cache, "b").close();
      assertThat(runtime.model("a").closed).isFalse();
      lease(cache, "c").close();
      assertThat(runtime.model("a").closed).isTrue();
    }
  }

  @Test
  void aLeasedModelStaysUntilTheLastLeaseIsGone() {
    try (ModelCache cache = cache(0, 0)) {
      ModelLease first = lease(cache, "m");
      ModelLease second = lease(cache, "m");
      lease(cache, "other").close();
      first.close();
      first.close();
      assertThat(runtime.model("m").closed).isFalse();
      assertThat(runtime.model("other").closed).isTrue();
      second.close();
      assertThat(runtime.model("m").closed).isTrue();
      assertThat(cache.size()).isZero();
    }
  }

  @Test
  void nothingIsRunOnAnUnloadedModel() {
    try (ModelCache cache = cache(0, 0);
        Tensor input = TestModel.input(1)) {
      ModelLease lease = lease(cache, "m");
      InferenceQueue queue = lease.queue();
      lease.close();
      CompletableFuture<InferenceResult> late = queue.submit(Map.of("x", input), List.of("y"));
      assertThatThrownBy(() -> queue.await(late)).hasMessageContaining("it was unloaded");
      assertThat(runtime.model("m").started).hasValue(0);
    }
  }

  @Test
  void anotherFileThanTheOneRegisteredIsRefused() {
    try (ModelCache cache = cache(1, 100)) {
      assertThatThrownBy(() -> cache.lease("m", runtime, digest("m"), Device.CPU, source("fake")))
          .isInstanceOfSatisfying(
              CeriumException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.ARTIFACT_CORRUPT))
          .hasMessageContaining("its SHA-256 is " + digest("fake"))
          .hasMessageContaining(digest("m"));
      assertThat(runtime.loads.get()).isZero();
      assertThat(cache.size()).isZero();
    }
  }

  @Test
  void aFailedLoadIsToldToAllWhoWaitAndTriedAgain() throws Exception {
    runtime.gate = new CountDownLatch(1);
    runtime.failure =
        CeriumException.of(ErrorCode.ARTIFACT_CORRUPT, "location", "m", "reason", "it is");
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try (ModelCache cache = cache(1, 100)) {
      List<Future<ModelLease>> leases = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        leases.add(threads.submit(() -> lease(cache, "m")));
      }
      runtime.gate.countDown();
      for (Future<ModelLease> lease : leases) {
        assertThatThrownBy(() -> lease.get(30, TimeUnit.SECONDS))
            .isInstanceOf(ExecutionException.class)
            .hasCauseInstanceOf(CeriumException.class);
      }
      assertThat(cache.size()).isZero();
      runtime.failure = null;
      lease(cache, "m").close();
      assertThat(runtime.model("m").closed).isFalse();
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aTaskThatIsEndedLeavesAndTheLoadingGoesOnForTheOthers() throws Exception {
    runtime.gate = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try (ModelCache cache = cache(1, 100)) {
      AtomicReference<Throwable> ended = new AtomicReference<>();
      AtomicBoolean interrupted = new AtomicBoolean();
      Thread first =
          new Thread(
              () -> {
                ended.set(catchThrowable(() -> lease(cache, "m")));
                interrupted.set(Thread.interrupted());
              });
      first.start();
      Awaitility.await().until(() -> runtime.loads.get() == 1);
      Future<ModelLease> waiter = threads.submit(() -> lease(cache, "m"));
      first.interrupt();
      first.join(30_000);
      assertThat(ended.get()).isInstanceOf(CancellationException.class);
      assertThat(interrupted).isTrue();

      runtime.gate.countDown();
      waiter.get(30, TimeUnit.SECONDS).close();
      assertThat(runtime.loads.get()).isEqualTo(1);
      assertThat(runtime.model("m").closed).isFalse();
    } finally {
      threads.shutdownNow();
    }
  }

  /** Throws what it does not declare, as code written in Scala does. */
  @SuppressWarnings("unchecked")
  private static <E extends Throwable> ModelSource fail(Throwable failure) throws E {
    throw (E) failure;
  }

  @Test
  void undeclaredFailuresOfTheSourceAreToldAndLeaveNothingBehind() {
    try (ModelCache cache = cache(1, 100)) {
      Supplier<ModelSource> broken = () -> fail(new java.io.IOException("no block"));
      assertThatThrownBy(() -> cache.lease("m", runtime, digest("m"), Device.CPU, broken))
          .isInstanceOf(IllegalStateException.class)
          .hasRootCauseMessage("no block");
      assertThat(cache.size()).isZero();
      lease(cache, "m").close();
      assertThat(cache.size()).isEqualTo(1);
    }
  }

  @Test
  void thoseWhoWaitTooLongAreToldAndTheLoadingGoesOn() {
    runtime.gate = new CountDownLatch(1);
    try (ModelCache cache =
        new ModelCache(new InferenceSettings.Values(1, 1, Duration.ofMillis(500), 100, 0))) {
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> lease(cache, "m"))
            .hasMessageStartingWith("[INFERENCE_TIMEOUT] The model 'm' was not loaded within 0 s.");
      }
      // Neither while others come and go is it taken for an unused one, nor loaded twice.
      TestRuntime other = new TestRuntime();
      Awaitility.await()
          .ignoreExceptionsInstanceOf(CeriumException.class)
          .untilAsserted(() -> lease(cache, "m2", other).close());
      Awaitility.await().until(() -> cache.size() == 1);
      assertThat(runtime.loads.get()).isEqualTo(1);

      runtime.gate.countDown();
      Awaitility.await().until(() -> cache.size() == 0);
      assertThat(runtime.model("m").closed).isTrue();
    }
  }

  @Test
  void oneCacheServesAllWithTheSameSettings() {
    InferenceSettings.Values settings = InferenceSettings.read(key -> null);
    assertThat(ModelCache.shared(settings)).isSameAs(ModelCache.shared(settings));
  }

  @Test
  void manyThreadsAndFewPlacesNeverUseAClosedModel() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try (ModelCache cache = cache(1, 100)) {
      List<Future<?>> tasks = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        int seed = i;
        tasks.add(threads.submit(() -> useAndCheck(cache, seed)));
      }
      for (Future<?> task : tasks) {
        task.get(60, TimeUnit.SECONDS);
      }
      assertThat(cache.size()).isLessThanOrEqualTo(1);
    } finally {
      threads.shutdownNow();
    }
  }

  private void useAndCheck(ModelCache cache, int seed) {
    java.util.Random random = new java.util.Random(seed);
    for (int round = 0; round < 200; round++) {
      try (ModelLease lease = lease(cache, "m" + random.nextInt(4))) {
        assertThat(((TestModel) lease.model()).closed).isFalse();
      }
    }
  }
}
