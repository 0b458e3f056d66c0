package io.cerium.engine.model;

import com.google.auto.service.AutoService;
import io.cerium.engine.setting.Setting;
import io.cerium.engine.setting.SettingGroup;
import java.io.Serializable;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** The settings of running models. */
@AutoService(SettingGroup.class)
public final class InferenceSettings implements SettingGroup {
  private static final long MOST_THREADS = 1024;

  // Longer than any query, and still a number of nanoseconds.
  private static final long MOST_SECONDS = Duration.ofDays(365).toSeconds();

  public static final Setting<Long> THREADS =
      Setting.ofStatic(
          "spark.cerium.inference.threads",
          null,
          Setting.wholeNumber(1, MOST_THREADS),
          "Batches of one model that an executor runs at once, each on a thread. Default: as many as"
              + " the machine has processors; 1 for a model on a GPU. Where as many"
              + " tasks call the model, each runs its own.");

  public static final Setting<Long> INTRA_OP_THREADS =
      Setting.ofStatic(
          "spark.cerium.inference.intra-op-threads",
          1L,
          Setting.wholeNumber(1, MOST_THREADS),
          "Threads inside one run of a model. More of them shorten a single batch; for throughput"
              + " threads that run batches of their own do as well.");

  public static final Setting<Long> TIMEOUT =
      Setting.ofStatic(
          "spark.cerium.inference.timeout",
          600L,
          Setting.wholeNumber(1, MOST_SECONDS),
          "The longest wait, for a model to load, for room in its queue or for one batch's answer;"
              + " then the query fails. In seconds.");

  public static final Setting<Long> CACHE_BYTES =
      Setting.ofStatic(
          "spark.cerium.models.cache-bytes",
          4L << 30,
          Setting.wholeNumber(0, Long.MAX_VALUE),
          "Models that no query uses stay loaded on an executor up to this size of all their"
              + " artifacts, in bytes.");

  public static final Setting<Long> CACHE_COUNT =
      Setting.ofStatic(
          "spark.cerium.models.cache-count",
          16L,
          Setting.wholeNumber(0, Integer.MAX_VALUE),
          "Models that no query uses stay loaded on an executor up to this number.");

  /**
   * The values, as they travel to executors.
   *
   * @param threads threads that run one model, 0 for the default of the device
   * @param intraOpThreads threads inside one run
   * @param timeout of any single wait
   * @param cacheBytes bytes of artifacts of models that stay loaded unused
   * @param cacheCount number of models that stay loaded unused
   */
  public record Values(
      int threads, int intraOpThreads, Duration timeout, long cacheBytes, int cacheCount)
      implements Serializable {
    /** Threads that run one model on this device. */
    public int threadsOn(Device device) {
      if (threads > 0) {
        return threads;
      }
      return device.kind() == Device.Kind.CPU ? Runtime.getRuntime().availableProcessors() : 1;
    }
  }

  /**
   * Reads all of them.
   *
   * @param configuration answers a key with its text, or null where it is not set
   * @throws io.cerium.engine.error.CeriumException SETTING_INVALID
   */
  public static Values read(UnaryOperator<String> configuration) {
    Long threads = THREADS.read(configuration);
    return new Values(
        threads == null ? 0 : Math.toIntExact(threads),
        Math.toIntExact(INTRA_OP_THREADS.read(configuration)),
        Duration.ofSeconds(TIMEOUT.read(configuration)),
        CACHE_BYTES.read(configuration),
        Math.toIntExact(CACHE_COUNT.read(configuration)));
  }
}
