package io.cerium.engine.model;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.LackOfMemory;
import io.cerium.engine.error.TimeLimit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * The models that are loaded in this process, each once for all tasks.
 *
 * <p>A model stays loaded while it is leased; unused ones stay within the limits of the settings,
 * those longest unused go first. Safe for all threads.
 */
public final class ModelCache implements AutoCloseable {
  // Models are shared by all tasks of an executor; the settings are those of its application.
  private static final ConcurrentMap<InferenceSettings.Values, ModelCache> SHARED =
      new ConcurrentHashMap<>();

  private final InferenceSettings.Values settings;
  private final Map<Key, Entry> entries = new LinkedHashMap<>();

  /**
   * What makes two loaded models one.
   *
   * @param runtime of the model's format
   * @param digest SHA-256 of the artifact, in hexadecimal digits
   * @param device where it runs
   */
  public record Key(String runtime, String digest, Device device) {}

  private static final class Entry {
    final CompletableFuture<CachedModel> loading = new CompletableFuture<>();

    /** One of the thread that loads it, and those of whoever uses it or waits for it. */
    int leases = 1;
  }

  public ModelCache(InferenceSettings.Values settings) {
    this.settings = settings;
  }

  /** The cache of this process for an application with these settings. */
  public static ModelCache shared(InferenceSettings.Values settings) {
    return SHARED.computeIfAbsent(settings, ModelCache::new);
  }

  /**
   * A lease of the model; the first one has it loaded, and waits for that as all others do.
   *
   * @param name what users call it, for messages and threads' names
   * @param runtime loads it
   * @param digest SHA-256 of its artifact, in hexadecimal digits
   * @param device where it runs
   * @param source gives the artifact, to another thread; asked only if the model is not loaded
   * @throws CeriumException why it cannot be loaded, to each who waited; the next call tries again.
   *     INFERENCE_TIMEOUT if it is still being loaded: that goes on, and the next call waits for it
   * @throws CancellationException if this thread was interrupted; it stays so, the loading goes on
   */
  public ModelLease lease(
      String name,
      ModelRuntime runtime,
      String digest,
      Device device,
      Supplier<ModelSource> source) {
    Key key = new Key(runtime.format(), digest, device);
    Entry entry;
    boolean mine;
    synchronized (entries) {
      entry = entries.get(key);
      mine = entry == null;
      if (mine) {
        entry = new Entry();
        entries.put(key, entry);
      }
      entry.leases++;
    }
    try {
      if (mine) {
        beginLoading(name, runtime, key, source, entry);
      }
      Entry leased = entry;
      return await(name, entry).lease(() -> release(key, leased));
    } catch (RuntimeException e) {
      release(key, entry);
      throw e;
    }
  }

  /**
   * Loads on a thread of its own: nothing ends a runtime that loads, while a task that is ended, or
   * has waited too long, goes.
   */
  private void beginLoading(
      String name, ModelRuntime runtime, Key key, Supplier<ModelSource> source, Entry entry) {
    try {
      Thread loader =
          new Thread(() -> load(name, runtime, key, source, entry), "cerium-load-" + name);
      loader.setDaemon(true);
      loader.start();
    } catch (OutOfMemoryError e) {
      fail(key, entry, e);
    }
  }

  private void load(
      String name, ModelRuntime runtime, Key key, Supplier<ModelSource> source, Entry entry) {
    CachedModel model;
    try {
      model = CachedModel.load(name, runtime, key, source.get(), settings);
    } catch (Throwable e) {
      // All of them: the source may run Spark's code, which throws checked exceptions undeclared,
      // and whoever waits for this load must learn of its end.
      fail(key, entry, e);
      return;
    }
    List<CachedModel> evicted;
    synchronized (entries) {
      // At once: one whom nobody waits for any more is unused from now on, and not before.
      entry.loading.complete(model);
      evicted = letGo(key, entry);
    }
    evicted.forEach(CachedModel::close);
  }

  private void fail(Key key, Entry entry, Throwable failure) {
    synchronized (entries) {
      entries.remove(key, entry);
    }
    entry.loading.completeExceptionally(failure);
  }

  private static RuntimeException failure(String name, Throwable cause) {
    if (cause instanceof OutOfMemoryError) {
      return LackOfMemory.ofWeights(name, cause, String.valueOf(cause.getMessage()));
    }
    return cause instanceof RuntimeException failure
        ? failure
        : new IllegalStateException("the model '" + name + "' could not be loaded", cause);
  }

  private CachedModel await(String name, Entry entry) {
    try {
      return entry.loading.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("the task was ended while it waited for a model");
    } catch (TimeoutException e) {
      throw TimeLimit.ofLoading(name, settings.timeout());
    } catch (ExecutionException e) {
      throw failure(name, e.getCause());
    }
  }

  private void release(Key key, Entry entry) {
    List<CachedModel> evicted;
    synchronized (entries) {
      evicted = letGo(key, entry);
    }
    evicted.forEach(CachedModel::close);
  }

  /** Ends one lease; what is too much now, to be closed by the caller without the lock. */
  private List<CachedModel> letGo(Key key, Entry entry) {
    entry.leases--;
    if (entry.leases == 0 && entries.remove(key, entry)) {
      // To the end: what was used last goes last.
      entries.put(key, entry);
    }
    return evict();
  }

  private List<CachedModel> evict() {
    List<CachedModel> evicted = new ArrayList<>();
    List<Entry> unused = entries.values().stream().filter(entry -> entry.leases == 0).toList();
    int count = unused.size();
    long bytes = unused.stream().mapToLong(entry -> entry.loading.join().bytes()).sum();
    Iterator<Entry> oldest = unused.iterator();
    while (count > settings.cacheCount() || bytes > settings.cacheBytes()) {
      Entry entry = oldest.next();
      CachedModel model = entry.loading.join();
      evicted.add(model);
      entries.values().remove(entry);
      count--;
      bytes -= model.bytes();
    }
    return evicted;
  }

  /** How many models are loaded or being loaded. */
  public int size() {
    synchronized (entries) {
      return entries.size();
    }
  }

  /** Unloads all models that are not leased. */
  @Override
  public void close() {
    List<CachedModel> unused = new ArrayList<>();
    synchronized (entries) {
      entries
          .values()
          .removeIf(
              entry -> {
                if (entry.leases == 0) {
                  unused.add(entry.loading.join());
                }
                return entry.leases == 0;
              });
    }
    unused.forEach(CachedModel::close);
  }
}
