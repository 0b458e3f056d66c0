package io.cerium.engine.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession;
import com.google.auto.service.AutoService;
import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.engine.model.Device;
import io.cerium.engine.model.LoadedModel;
import io.cerium.engine.model.ModelRuntime;
import io.cerium.engine.model.ModelSource;
import io.cerium.engine.model.Signature;
import io.cerium.engine.natives.NativeHeap;
import io.cerium.engine.tensor.TensorPool;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * ONNX models, run by ONNX Runtime.
 *
 * <p>The signature's metadata has {@code opset} (and {@code opset.<domain>} for other domains),
 * {@code ir_version}, {@code producer}, {@code graph}, {@code description} and the author's own
 * pairs. The labels that a graph itself knows (scikit-learn, boosted trees) are in its outputs'
 * ends.
 */
@AutoService(ModelRuntime.class)
public final class OnnxModelRuntime implements ModelRuntime {
  /** The runtime builds decision trees by recursion, and Spark's threads have one megabyte. */
  private static final long STACK_BYTES = 64L << 20;

  @Override
  public String format() {
    return "onnx";
  }

  @Override
  public Signature inspect(ModelSource source) {
    OnnxArtifact artifact = OnnxArtifact.read(source);
    OrtEnvironment environment = OnnxNatives.environment();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      fixFormat(options);
      options.setIntraOpNumThreads(1);
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.NO_OPT);
      try (OrtSession session = open(environment, artifact, options)) {
        return new SignatureReader(artifact).read(session);
      }
    } catch (OrtException e) {
      throw OnnxErrors.loadFailed(source.location(), e);
    } finally {
      NativeHeap.trim();
    }
  }

  @Override
  public LoadedModel load(ModelSource source, Device device, int threads) {
    OnnxArtifact artifact = OnnxArtifact.read(source);
    OrtEnvironment environment = OnnxNatives.environment();
    try (OrtSession.SessionOptions options = options(device, threads)) {
      OrtSession session = open(environment, artifact, options);
      try {
        Signature signature = new SignatureReader(artifact).read(session);
        return new OnnxModel(
            source.location(),
            environment,
            session,
            signature,
            IntegerDivision.isIn(artifact),
            TensorPool.shared());
      } catch (RuntimeException | OrtException e) {
        session.close();
        throw e;
      }
    } catch (OrtException e) {
      throw OnnxErrors.loadFailed(source.location(), e);
    } finally {
      NativeHeap.trim();
    }
  }

  /** Opens a session on a thread of its own, which does nothing more when this returns. */
  private static OrtSession open(
      OrtEnvironment environment, OnnxArtifact artifact, OrtSession.SessionOptions options)
      throws OrtException {
    FutureTask<OrtSession> opening = new FutureTask<>(() -> create(environment, artifact, options));
    Thread thread = new Thread(null, opening, "cerium-onnx-load", STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return opening.get();
        } catch (InterruptedException e) {
          // What is being loaded lies in the caller's hands until it is.
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof OrtException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error failure) {
        throw failure;
      }
      throw (RuntimeException) e.getCause();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static OrtSession create(
      OrtEnvironment environment, OnnxArtifact artifact, OrtSession.SessionOptions options)
      throws OrtException {
    if (GraphEdit.isNeeded(artifact.structure().getGraph())) {
      return environment.createSession(GraphEdit.apply(artifact.whole()).toByteArray(), options);
    }
    return artifact.source() instanceof ModelSource.File file
        ? environment.createSession(file.path().toString(), options)
        : environment.createSession(((ModelSource.Bytes) artifact.source()).bytes(), options);
  }

  private static OrtSession.SessionOptions options(Device device, int threads) throws OrtException {
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    try {
      fixFormat(options);
      options.setIntraOpNumThreads(threads);
      options.setInterOpNumThreads(1);
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
      // A thread that spins while it waits takes the processor from those that decode images.
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      options.addConfigEntry("session.inter_op.allow_spinning", "0");
      if (device.kind() == Device.Kind.CUDA) {
        addCuda(options, device);
      }
      return options;
    } catch (CeriumException | OrtException e) {
      options.close();
      throw e;
    }
  }

  /**
   * Otherwise the runtime takes a file for its own format by a few bytes, unlike all checks here.
   */
  private static void fixFormat(OrtSession.SessionOptions options) throws OrtException {
    options.addConfigEntry("session.load_model_format", "ONNX");
  }

  private static void addCuda(OrtSession.SessionOptions options, Device device) {
    if (!OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA)) {
      throw noCuda(device, "this build of it has no CUDA", null);
    }
    try {
      options.addCUDA(device.index());
    } catch (OrtException e) {
      throw noCuda(device, OnnxErrors.reason(e), e);
    }
  }

  private static CeriumException noCuda(Device device, String reason, OrtException cause) {
    return CeriumException.causedBy(
        cause,
        ErrorCode.NATIVE_LIBRARY_UNAVAILABLE,
        "library",
        "onnxruntime on " + device,
        "reason",
        reason,
        "remedy",
        "Put com.microsoft.onnxruntime:onnxruntime_gpu of the same version on the class path in"
            + " place of onnxruntime, with a CUDA 12 driver, or use device = 'cpu'.");
  }
}
