package io.cerium.benchmark;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The raw limit: a bare loop with the best setting that a search found. */
final class RawSide implements Side {
  /** Settings that are measured again, longer, after the first round. */
  private static final int FINALISTS = 4;

  private static final int FINAL_FACTOR = 3;

  private record Trial(RawSetting setting, double photosPerSecond) {
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%8.2f photos/s  %s", photosPerSecond, setting);
    }
  }

  private final Network network;
  private final List<byte[]> photos = Photos.contents();
  private RawLoop loop;

  RawSide(Network network) {
    this.network = network;
  }

  /** Tries all settings for so many seconds each, the best of them again for longer. */
  Reply search(int seconds) {
    List<Trial> first =
        RawSetting.all(Runtime.getRuntime().availableProcessors()).stream()
            .map(setting -> trial(setting, seconds))
            .sorted(Comparator.comparingDouble(Trial::photosPerSecond).reversed())
            .toList();
    Trial best =
        first.stream()
            .limit(FINALISTS)
            .map(trial -> trial(trial.setting(), FINAL_FACTOR * seconds))
            .max(Comparator.comparingDouble(Trial::photosPerSecond))
            .orElseThrow();
    loop = new RawLoop(network, photos, best.setting());
    return Reply.empty()
        .with("setting", best.setting())
        .with("photos-per-second", best.photosPerSecond())
        .with("tried", first.stream().map(Trial::toString).collect(Collectors.joining(";")));
  }

  private Trial trial(RawSetting setting, int seconds) {
    try (RawLoop tried = new RawLoop(network, photos, setting)) {
      // The first runs of a session plan its memory.
      double speed = speed(tried, photos.size());
      speed = speed(tried, photos.size());
      int rounds = Math.max(1, (int) Math.round(speed * seconds / photos.size()));
      return new Trial(setting, speed(tried, rounds * photos.size()));
    }
  }

  private static double speed(RawLoop loop, int count) {
    long begin = System.nanoTime();
    loop.run(count);
    return count * 1e9 / (System.nanoTime() - begin);
  }

  @Override
  public double meanScore() {
    try (RawLoop one = new RawLoop(network, photos, new RawSetting(1, 1, 1, 0))) {
      return one.run(photos.size());
    }
  }

  @Override
  public void warmUp(int seconds) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    do {
      loop.run(photos.size());
    } while (System.nanoTime() < end);
  }

  @Override
  public Reply run(int count) {
    return Reply.empty().with("mean-score", loop.run(count));
  }

  @Override
  public void close() {
    if (loop != null) {
      loop.close();
    }
  }
}
