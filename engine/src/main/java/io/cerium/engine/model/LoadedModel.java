package io.cerium.engine.model;

import io.cerium.engine.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * A model in memory, ready to run. Owned by the {@link ModelCache}; {@link #run} is thread-safe.
 */
public interface LoadedModel extends AutoCloseable {
  Signature signature();

  /**
   * Runs the model once.
   *
   * @param inputs by name, all with the same first dimension; read only, they stay the caller's
   * @param outputs names of the wanted outputs
   * @param givenUp asked now and then by other threads; once it is true, the run ends and fails
   * @return the outputs by name; the caller closes them
   * @throws io.cerium.engine.error.CeriumException if the run fails
   */
  Map<String, Tensor> run(
      Map<String, Tensor> inputs, List<String> outputs, BooleanSupplier givenUp);

  /** Runs the model to the end, however long that takes. */
  default Map<String, Tensor> run(Map<String, Tensor> inputs, List<String> outputs) {
    return run(inputs, outputs, () -> false);
  }

  @Override
  void close();
}
