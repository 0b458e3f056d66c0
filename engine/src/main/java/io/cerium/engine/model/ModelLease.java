package io.cerium.engine.model;

/**
 * The right to use a loaded model: it stays loaded until the lease is closed. The parts are shared
 * with other leases, and safe for all threads; closing twice is closing once.
 */
public final class ModelLease implements AutoCloseable {
  private final LoadedModel model;
  private final InferenceQueue queue;
  private final BatchSizer batchSizer;
  private final Runnable release;
  private boolean closed;

  ModelLease(LoadedModel model, InferenceQueue queue, BatchSizer batchSizer, Runnable release) {
    this.model = model;
    this.queue = queue;
    this.batchSizer = batchSizer;
    this.release = release;
  }

  /** The model itself, not to be closed. */
  public LoadedModel model() {
    return model;
  }

  /** Where its batches are submitted. */
  public InferenceQueue queue() {
    return queue;
  }

  /** What has been learned of the best number of rows in a batch. */
  public BatchSizer batchSizer() {
    return batchSizer;
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      release.run();
    }
  }
}
