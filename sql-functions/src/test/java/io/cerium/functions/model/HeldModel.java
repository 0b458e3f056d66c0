package io.cerium.functions.model;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.engine.model.Device;
import io.cerium.engine.model.LoadedModel;
import io.cerium.engine.model.ModelRuntime;
import io.cerium.engine.model.ModelSource;
import io.cerium.engine.model.Signature;
import io.cerium.engine.model.TensorSpec;
import io.cerium.engine.tensor.ElementType;
import io.cerium.engine.tensor.Shape;
import io.cerium.engine.tensor.Tensor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;

/**
 * A model that fails for several rows at once and, of a single one, ends only when it is let: as
 * native code may that is told to end and takes its time. Whoever leases it before a runner does
 * has put it into the cache under its digest.
 */
final class HeldModel implements LoadedModel, ModelRuntime {
  static final ModelSource SOURCE =
      new ModelSource.Bytes("held", "held".getBytes(StandardCharsets.UTF_8));

  static final Signature SIGNATURE =
      new Signature(
          "onnx",
          List.of(new TensorSpec("x", ElementType.FLOAT, Shape.of(Shape.DYNAMIC, 1))),
          List.of(new TensorSpec("y", ElementType.FLOAT, Shape.of(Shape.DYNAMIC, 1))),
          Map.of(),
          0,
          Map.of());

  final CountDownLatch release = new CountDownLatch(1);

  @Override
  public String format() {
    return "onnx";
  }

  @Override
  public Signature inspect(ModelSource source) {
    return SIGNATURE;
  }

  @Override
  public LoadedModel load(ModelSource source, Device device, int threads) {
    return this;
  }

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Map<String, Tensor> run(
      Map<String, Tensor> inputs, List<String> outputs, BooleanSupplier givenUp) {
    if (inputs.get("x").shape().dimension(0) == 1) {
      try {
        release.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    throw CeriumException.of(
        ErrorCode.INFERENCE_FAILED, "model", "held", "reason", "it should", "remedy", "None.");
  }

  @Override
  public void close() {}
}
