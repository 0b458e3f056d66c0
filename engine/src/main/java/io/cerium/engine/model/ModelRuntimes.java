package io.cerium.engine.model;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import java.util.Collections;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The formats of models that there are, found by {@link ServiceLoader}. */
public final class ModelRuntimes {
  private static final Map<String, ModelRuntime> BY_FORMAT = load();

  private ModelRuntimes() {}

  private static Map<String, ModelRuntime> load() {
    Map<String, ModelRuntime> runtimes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (ModelRuntime runtime :
        ServiceLoader.load(ModelRuntime.class, ModelRuntimes.class.getClassLoader())) {
      runtimes.put(runtime.format(), runtime);
    }
    return Collections.unmodifiableMap(runtimes);
  }

  /**
   * The runtime that stands after {@code USING}, in any letter case.
   *
   * @throws CeriumException MODEL_PROVIDER_UNKNOWN
   */
  public static ModelRuntime resolve(String provider) {
    ModelRuntime runtime = BY_FORMAT.get(provider);
    if (runtime == null) {
      throw CeriumException.of(
          ErrorCode.MODEL_PROVIDER_UNKNOWN,
          "provider",
          provider,
          "candidates",
          String.join(", ", BY_FORMAT.keySet()));
    }
    return runtime;
  }
}
