package io.cerium.functions.model;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.image.ImagePipeline;
import io.cerium.engine.model.BatchSizer;
import io.cerium.engine.model.InferenceResult;
import io.cerium.engine.model.ModelCache;
import io.cerium.engine.model.ModelLease;
import io.cerium.engine.model.ModelRuntimes;
import io.cerium.functions.catalyst.NativeSetup;
import io.cerium.functions.spi.BatchAnswer;
import io.cerium.functions.spi.BatchEnvironment;
import io.cerium.functions.spi.BatchRunner;
import io.cerium.registry.ModelVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.InternalRow;

/** One model at work for one task. For one thread at a time. */
final class ModelRunner implements BatchRunner {
  private final ModelKernel kernel;
  private final BatchEnvironment environment;
  private final List<ModelReturn> returns;
  private final List<String> outputs;
  private final int mostRows;
  private final ModelLease lease;
  private final Set<CompletableFuture<InferenceResult>> pending = ConcurrentHashMap.newKeySet();
  private ModelBatch open;

  ModelRunner(
      ModelKernel kernel, BatchEnvironment environment, List<ModelReturn> returns, int mostRows) {
    this.kernel = kernel;
    this.environment = environment;
    this.returns = returns;
    this.outputs = returns.stream().flatMap(r -> r.reader().outputs().stream()).distinct().toList();
    this.mostRows = mostRows;
    NativeSetup.configure();
    long begin = System.nanoTime();
    if (kernel.feeds().stream().anyMatch(TensorFeed.Picture.class::isInstance)) {
      // With the first picture, it would count as decoding, and fail as if the picture were bad.
      ImagePipeline.load();
    }
    ModelVersion version = kernel.model().version();
    this.lease =
        ModelCache.shared(kernel.settings())
            .lease(
                kernel.model().name().toString(),
                ModelRuntimes.resolve(version.provider()),
                version.digest(),
                kernel.device(),
                () -> environment.artifact(kernel.model()));
    environment.metrics().addWaitNanos(System.nanoTime() - begin);
  }

  private int batchRows() {
    int rows =
        kernel.batchRows() == ModelKernel.AUTO_BATCH
            ? Math.min(lease.batchSizer().rows(), rowsWithin(BatchSizer.MOST_BYTES))
            : kernel.batchRows();
    return Math.min(rows, mostRows);
  }

  /** The sizer knows the graph's shapes; only the feeds know how large open ones are. */
  private int rowsWithin(long bytes) {
    long rows = bytes / Math.max(1, ModelBatch.bytesPerRow(kernel.feeds()));
    return (int) Math.max(1, Math.min(rows, ModelKernel.MOST_ROWS));
  }

  private ModelBatch newBatch() {
    return new ModelBatch(kernel.model().name().toString(), kernel.feeds(), batchRows());
  }

  @Override
  public void add(InternalRow inputs) {
    if (open == null) {
      open = newBatch();
    }
    long begin = System.nanoTime();
    open.add(inputs);
    environment.metrics().addDecodeNanos(System.nanoTime() - begin);
  }

  @Override
  public boolean isFull() {
    return open != null && (open.isFull() || open.rows() >= ModelKernel.MOST_ROWS);
  }

  @Override
  public CompletableFuture<BatchAnswer> submit() {
    ModelBatch batch = open == null ? newBatch() : open;
    open = null;
    if (batch.slots() == 0) {
      return CompletableFuture.completedFuture(new ModelAnswer(this, batch, null, null));
    }
    environment.metrics().addBatch(batch.slots());
    long begin = System.nanoTime();
    CompletableFuture<InferenceResult> running;
    try {
      running = lease.queue().submit(batch.inputs(), outputs);
    } catch (RuntimeException e) {
      batch.close();
      throw e instanceof CeriumException error ? named(error) : e;
    } finally {
      // For room, or for the run itself where this thread does it.
      environment.metrics().addWaitNanos(System.nanoTime() - begin);
    }
    pending.add(running);
    return running.handle(
        (result, failure) -> {
          pending.remove(running);
          return answer(batch, result, failure);
        });
  }

  private BatchAnswer answer(ModelBatch batch, InferenceResult result, Throwable failure) {
    if (result != null) {
      environment.metrics().addModelNanos(result.nanos());
      lease.batchSizer().observed(batch.slots(), result.nanos());
      batch.close();
      return new ModelAnswer(this, batch, result, null);
    }
    if (failure instanceof CeriumException error) {
      return new ModelAnswer(this, batch, null, named(error));
    }
    batch.close();
    throw failure instanceof RuntimeException e ? e : new IllegalStateException(failure);
  }

  /** Runs one row of a batch that failed, by itself, so that only bad rows fail. */
  InferenceResult rerun(ModelBatch batch, int slot) {
    CompletableFuture<InferenceResult> running =
        lease.queue().submit(batch.inputsOf(slot), outputs);
    batch.keepFor(running);
    try {
      return lease.queue().await(running);
    } catch (CeriumException e) {
      throw named(e);
    }
  }

  /**
   * The error of a run with the model's name in SQL: who shares the loaded model with others gets
   * errors that name the file, or the model by whose name it was loaded first.
   */
  private CeriumException named(CeriumException error) {
    Map<String, String> parameters = new HashMap<>(error.parameters());
    if (parameters.replace("model", kernel.model().name().toString()) == null) {
      return error;
    }
    CeriumException named =
        CeriumException.causedBy(
            error.getCause(),
            error.code(),
            parameters.entrySet().stream()
                .flatMap(parameter -> Stream.of(parameter.getKey(), parameter.getValue()))
                .toArray(String[]::new));
    named.setStackTrace(error.getStackTrace());
    return named;
  }

  List<ModelReturn> returns() {
    return returns;
  }

  void countFailures(int rows) {
    environment.metrics().addFailures(rows);
  }

  @Override
  public void close() {
    if (open != null) {
      open.close();
      open = null;
    }
    pending.forEach(running -> running.cancel(true));
    lease.close();
  }
}
