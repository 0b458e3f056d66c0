package io.cerium.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.DoubleAdder;

/**
 * The bare loop: photos in memory, decoded into tensors that are made once, run by one session.
 * What it reaches with the best setting is the raw limit.
 */
final class RawLoop implements AutoCloseable {
  private static final long WAIT_SECONDS = 60;

  private final RawSetting setting;
  private final List<byte[]> photos;
  private final RawSession session;
  private final List<RawBatch> batches = new ArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  RawLoop(Network network, List<byte[]> photos, RawSetting setting) {
    this.setting = setting;
    this.photos = photos;
    this.session = new RawSession(network, setting.intraOp());
    for (int i = 0; i < setting.runners() + setting.decoders(); i++) {
      batches.add(new RawBatch(session, setting.batch()));
    }
  }

  /**
   * Answers so many photos; the last batch has as many as the others, with photos that do not
   * count.
   *
   * @return the mean probability of the winners, batches that are surplus left out
   */
  double run(int count) {
    int runs = (count + setting.batch() - 1) / setting.batch();
    DoubleAdder scores = new DoubleAdder();
    List<Callable<Void>> work =
        setting.decoders() == 0 ? alone(runs, count, scores) : divided(runs, count, scores);
    try {
      for (Future<Void> done : threads.invokeAll(work)) {
        done.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return scores.sum() / count;
  }

  /** Each thread decodes its batch and runs it. */
  private List<Callable<Void>> alone(int runs, int count, DoubleAdder scores) {
    AtomicInteger next = new AtomicInteger();
    List<Callable<Void>> work = new ArrayList<>();
    for (int i = 0; i < setting.runners(); i++) {
      RawBatch batch = batches.get(i);
      work.add(
          () -> {
            for (int run = next.getAndIncrement(); run < runs; run = next.getAndIncrement()) {
              decode(batch, run);
              answer(batch, run, count, scores);
            }
            return null;
          });
    }
    return work;
  }

  private record Filled(RawBatch batch, int run) {}

  /** Some threads decode, others run; as many batches are under way as there are threads. */
  private List<Callable<Void>> divided(int runs, int count, DoubleAdder scores) {
    BlockingQueue<RawBatch> free = new ArrayBlockingQueue<>(batches.size(), false, batches);
    BlockingQueue<Filled> filled = new ArrayBlockingQueue<>(batches.size());
    AtomicInteger decoded = new AtomicInteger();
    AtomicInteger answered = new AtomicInteger();
    List<Callable<Void>> work = new ArrayList<>();
    for (int i = 0; i < setting.decoders(); i++) {
      work.add(
          () -> {
            for (int run = decoded.getAndIncrement(); run < runs; run = decoded.getAndIncrement()) {
              RawBatch batch = take(free);
              decode(batch, run);
              filled.put(new Filled(batch, run));
            }
            return null;
          });
    }
    for (int i = 0; i < setting.runners(); i++) {
      work.add(
          () -> {
            while (answered.getAndIncrement() < runs) {
              Filled next = take(filled);
              answer(next.batch(), next.run(), count, scores);
              free.put(next.batch());
            }
            return null;
          });
    }
    return work;
  }

  private static <T> T take(BlockingQueue<T> queue) throws InterruptedException {
    T taken = queue.poll(WAIT_SECONDS, TimeUnit.SECONDS);
    if (taken == null) {
      throw new IllegalStateException("nothing came for " + WAIT_SECONDS + " s");
    }
    return taken;
  }

  private void decode(RawBatch batch, int run) {
    for (int row = 0; row < batch.capacity(); row++) {
      batch.decode(photos.get((run * batch.capacity() + row) % photos.size()), row);
    }
  }

  private static void answer(RawBatch batch, int run, int count, DoubleAdder scores) {
    batch.run();
    double sum = 0;
    for (int row = 0; row < batch.capacity(); row++) {
      sum += run * batch.capacity() + row < count ? batch.score(row) : 0;
    }
    scores.add(sum);
  }

  @Override
  public void close() {
    threads.shutdownNow();
    batches.forEach(RawBatch::close);
    session.close();
  }
}
