package io.cerium.engine.model;

/**
 * One format of models. Found by {@link java.util.ServiceLoader}; stateless, safe for all threads.
 */
public interface ModelRuntime {
  /** What stands after {@code USING}, in lower case. */
  String format();

  /**
   * Reads the signature, without keeping the model loaded.
   *
   * @throws io.cerium.engine.error.CeriumException if the artifact is of another format, damaged,
   *     or needs what this runtime lacks
   */
  Signature inspect(ModelSource source);

  /**
   * Loads the model for running.
   *
   * @param threads threads inside one run (intra-op), at least 1
   * @throws io.cerium.engine.error.CeriumException as {@link #inspect}
   */
  LoadedModel load(ModelSource source, Device device, int threads);
}
