package io.cerium.engine.error;

import java.time.Duration;

/** A wait for a model that was longer than its bound: INFERENCE_TIMEOUT. */
public final class TimeLimit {
  private TimeLimit() {}

  /** Of one batch's answer, or of room for the batch. */
  public static CeriumException ofBatch(String model, Duration limit) {
    return of(
        model,
        "gave no answer",
        limit,
        "Raise spark.cerium.inference.timeout or lower the batch size.");
  }

  /** Of the loading, which goes on. */
  public static CeriumException ofLoading(String model, Duration limit) {
    return of(
        model,
        "was not loaded",
        limit,
        "It is still being loaded: run the statement again later, or raise"
            + " spark.cerium.inference.timeout.");
  }

  private static CeriumException of(String model, String what, Duration limit, String remedy) {
    return CeriumException.of(
        ErrorCode.INFERENCE_TIMEOUT,
        "model",
        model,
        "what",
        what,
        "seconds",
        String.valueOf(limit.toSeconds()),
        "remedy",
        remedy);
  }
}
