package io.cerium.engine.error;

/**
 * Memory, of the heap or outside of it, that was not to be had: OUT_OF_MEMORY. The process goes on
 * without what asked for it.
 */
public final class LackOfMemory {
  private LackOfMemory() {}

  /** Of one batch. */
  public static CeriumException ofBatch(String model, long rows, Throwable cause, String reason) {
    String batch = "a batch of " + rows + (rows == 1 ? " row" : " rows");
    return of(batch + " of the model '" + model + "'", cause, reason);
  }

  /** Of the model itself, when it is loaded. */
  public static CeriumException ofWeights(String model, Throwable cause, String reason) {
    return of("the weights of the model '" + model + "'", cause, reason);
  }

  /** Of a picture on its way into the Java heap. */
  public static CeriumException ofPicture(int width, int height, OutOfMemoryError cause) {
    String what = "the bytes of a picture of " + width + " x " + height + " pixels";
    return of(what, cause, String.valueOf(cause.getMessage()));
  }

  private static CeriumException of(String what, Throwable cause, String reason) {
    return CeriumException.causedBy(cause, ErrorCode.OUT_OF_MEMORY, "what", what, "reason", reason);
  }
}
