package io.cerium.engine.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ImagesInParallelTest {
  private static Map<String, float[]> tensors() {
    Map<String, float[]> tensors = new LinkedHashMap<>();
    for (String name : TestImages.photoNames()) {
      tensors.put(
          name,
          TestImages.tensor(
              TestImages.lite0Pipeline(), TestImages.photo(name), TestImages.lite0Format()));
    }
    return tensors;
  }

  @Test
  void givesEveryThreadTheSame() throws Exception {
    Map<String, float[]> expected = tensors();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Map<String, float[]>>> results = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        results.add(threads.submit(ImagesInParallelTest::tensors));
      }
      for (Future<Map<String, float[]>> result : results) {
        Map<String, float[]> actual = result.get(2, TimeUnit.MINUTES);
        expected.forEach((name, tensor) -> assertThat(actual.get(name)).isEqualTo(tensor));
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
