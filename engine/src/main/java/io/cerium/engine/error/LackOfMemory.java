package io.cerium.engine.error;

/**
 * Memory, of the heap or outside of it, that was not to be had: OUT_OF_MEMORY. The process goes on
 * without what asked for it.
 */
public final class LackOfMemory {
  private LackOfMemory() {}

  /** Of one batch. */
  public static CeriumException ofBatch(String model, long rows, Throwable cause, String reason) {
    return of("a batch of " + rows + (rows == 1 ? " row" : " rows"), model, cause, reason);
  }

  /** Of the model itself, when it is loaded. */
  public static CeriumException ofWeights(String model, Throwable cause, String reason) {
    return of("the weights", model, cause, reason);
  }

  private static CeriumException of(String what, String model, Throwable cause, String reason) {
    return CeriumException.causedBy(
        cause, ErrorCode.OUT_OF_MEMORY, "what", what, "model", model, "reason", reason);
  }
}
