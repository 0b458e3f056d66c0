package io.cerium.functions.catalyst;

import static io.cerium.functions.catalyst.LocalSpark.value;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KernelCallTest {
  @Test
  void argumentsGoByPosition() {
    assertThat(value("SELECT toy_times(6, 7)")).isEqualTo(42L);
    assertThat(value("SELECT toy_times(id, 7) FROM range(6, 7)")).isEqualTo(42L);
    assertThat(value("SELECT toy_times(cast(id as string), 3, separator => '-') FROM range(6, 7)"))
        .isEqualTo("6-6-6");
  }
}
