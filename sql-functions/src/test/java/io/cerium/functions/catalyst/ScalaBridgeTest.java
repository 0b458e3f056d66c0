package io.cerium.functions.catalyst;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScalaBridgeTest {
  @Test
  void listsGoThereAndBack() {
    List<String> list = new ArrayList<>(List.of("a", "b"));
    var seq = ScalaBridge.<String>toSeq(list);
    list.add("c");
    assertThat(seq.size()).as("a copy").isEqualTo(2);
    assertThat(ScalaBridge.<String>toList(seq)).containsExactly("a", "b");
  }

  @Test
  void optionsGoThereAndBack() {
    assertThat(ScalaBridge.toOption(Optional.of(1)).get()).isEqualTo(1);
    assertThat(ScalaBridge.toOption(Optional.empty()).isEmpty()).isTrue();
    assertThat(ScalaBridge.<Integer>toOptional(ScalaBridge.toOption(Optional.of(1)))).contains(1);
    assertThat(ScalaBridge.toOptional(ScalaBridge.toOption(Optional.empty()))).isEmpty();
  }

  @Test
  void mapsAreCopied() {
    var map = ScalaBridge.toMap(Map.of("a", 1, "b", 2));
    assertThat(map.size()).isEqualTo(2);
    assertThat(map.apply("b")).isEqualTo(2);
  }
}
