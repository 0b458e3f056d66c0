package io.cerium.engine.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.engine.model.LoadedModel;
import io.cerium.engine.model.Signature;
import io.cerium.engine.natives.NativeHeap;
import io.cerium.engine.tensor.Tensor;
import io.cerium.engine.tensor.TensorPool;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A session of ONNX Runtime. Any number of threads may run it at once. */
final class OnnxModel implements LoadedModel {
  private static final Logger LOG = LoggerFactory.getLogger(OnnxModel.class);
  private static final long CLOSE_SECONDS = 60;
  private static final long WATCH_MILLIS = 100;

  private final String location;
  private final OrtEnvironment environment;
  private final OrtSession session;
  private final Signature signature;
  private final boolean divides;
  private final TensorPool pool;

  /** The runs under way, and whether they are given up; guarded by this. */
  private final Map<OrtSession.RunOptions, BooleanSupplier> running = new IdentityHashMap<>();

  private final ScheduledExecutorService watch;

  private boolean closed;
  private volatile boolean outputsFollowRows = true;

  OnnxModel(
      String location,
      OrtEnvironment environment,
      OrtSession session,
      Signature signature,
      boolean divides,
      TensorPool pool) {
    this.location = location;
    this.environment = environment;
    this.session = session;
    this.signature = signature;
    this.divides = divides;
    this.pool = pool;
    this.watch =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "cerium-onnx-watch");
              thread.setDaemon(true);
              return thread;
            });
    watch.scheduleWithFixedDelay(
        this::endGivenUp, WATCH_MILLIS, WATCH_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public Signature signature() {
    return signature;
  }

  @Override
  public Map<String, Tensor> run(
      Map<String, Tensor> inputs, List<String> outputs, BooleanSupplier givenUp) {
    if (divides) {
      IntegerDivision.requireDivisible(location, inputs.values());
    }
    try (OrtSession.RunOptions options = new OrtSession.RunOptions();
        InputTensors given = InputTensors.of(environment, inputs)) {
      begin(options, givenUp);
      try {
        return run(options, given.tensors(), rows(inputs), outputs);
      } finally {
        end(options);
      }
    } catch (OrtException e) {
      throw OnnxErrors.runFailed(location, rows(inputs), e);
    }
  }

  private Map<String, Tensor> run(
      OrtSession.RunOptions options, Map<String, OnnxTensor> inputs, long rows, List<String> wanted)
      throws OrtException {
    if (outputsFollowRows) {
      try (OutputTensors outputs =
          OutputTensors.prepare(environment, pool, signature, wanted, rows)) {
        return run(options, inputs, outputs);
      } catch (OrtException e) {
        // An output whose first dimension is not the batch's does not fit what was prepared for it:
        // such a model gets no prepared outputs from now on.
        Map<String, Tensor> result = runUnprepared(options, inputs, wanted);
        outputsFollowRows = false;
        LOG.debug("'{}' gives outputs that do not follow its rows", location, e);
        return result;
      }
    }
    return runUnprepared(options, inputs, wanted);
  }

  private Map<String, Tensor> runUnprepared(
      OrtSession.RunOptions options, Map<String, OnnxTensor> inputs, List<String> wanted)
      throws OrtException {
    try (OutputTensors outputs = OutputTensors.unprepared(pool, signature, wanted)) {
      return run(options, inputs, outputs);
    }
  }

  private Map<String, Tensor> run(
      OrtSession.RunOptions options, Map<String, OnnxTensor> inputs, OutputTensors outputs)
      throws OrtException {
    Map<String, ? extends OnnxValue> prepared = outputs.prepared();
    try (OrtSession.Result result = session.run(inputs, outputs.unprepared(), prepared, options)) {
      return outputs.take(result);
    }
  }

  private long rows(Map<String, Tensor> inputs) {
    return inputs.values().iterator().next().shape().dimension(0);
  }

  private synchronized void begin(OrtSession.RunOptions options, BooleanSupplier givenUp) {
    if (closed) {
      throw CeriumException.of(
          ErrorCode.INFERENCE_FAILED,
          "model",
          location,
          "reason",
          "it was unloaded",
          "remedy",
          "Run the statement again.");
    }
    running.put(options, givenUp);
  }

  private synchronized void end(OrtSession.RunOptions options) {
    running.remove(options);
    notifyAll();
  }

  private synchronized void endGivenUp() {
    running.forEach(
        (options, givenUp) -> {
          if (givenUp.getAsBoolean()) {
            terminate(options);
          }
        });
  }

  private void terminate(OrtSession.RunOptions options) {
    try {
      options.setTerminate(true);
    } catch (OrtException e) {
      LOG.warn("a run of '{}' could not be ended", location, e);
    }
  }

  /** Ends the runs under way; they fail. Then frees the session. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    watch.shutdown();
    try {
      running.keySet().forEach(this::terminate);
      if (awaitRuns()) {
        session.close();
      } else {
        // Freeing memory under a run would crash the process.
        LOG.warn("'{}' still runs after {} s: its memory is not freed", location, CLOSE_SECONDS);
      }
    } catch (OrtException e) {
      LOG.warn("'{}' could not be unloaded", location, e);
    }
    NativeHeap.trim();
  }

  private boolean awaitRuns() {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(CLOSE_SECONDS);
    boolean interrupted = false;
    while (!running.isEmpty()) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0) {
        break;
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return running.isEmpty();
  }
}
