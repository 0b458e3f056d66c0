package io.cerium.functions.spi;

/**
 * A function that sees a batch of rows and may answer later. It is bound at analysis, when all that
 * can be wrong with its arguments is found; what runs on executors is the {@link BatchKernel}.
 *
 * <p>The arguments are described by {@link SqlFunction#arguments}: those with a default are options
 * that are given by name and must be constant; the rest are the function's inputs.
 */
public non-sealed interface BatchFunction extends FunctionContract {
  /**
   * Binds one call.
   *
   * @param models answers names of models from the query's snapshot of the registry
   * @throws io.cerium.engine.error.CeriumException for whatever is wrong with the arguments
   */
  BoundBatchCall bind(BatchArguments arguments, ModelLookup models);
}
