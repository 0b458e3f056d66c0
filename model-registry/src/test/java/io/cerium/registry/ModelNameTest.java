package io.cerium.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerium.engine.error.CeriumException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelNameTest {
  @Test
  void namesIgnoreCase() {
    assertThat(ModelName.of("Churn")).isEqualTo(ModelName.parse("default.CHURN"));
    assertThat(ModelName.of("Größe")).hasToString("größe");
  }

  @Test
  void aNameIsPrintedAsItIsTyped() {
    for (String text : List.of("churn", "sales.churn", "it's", "a/b")) {
      assertThat(ModelName.parse(text)).hasToString(text);
    }
  }

  @Test
  void namesAreOrderedByNamespaceFirst() {
    assertThat(
            Stream.of("b.a", "z", "a.z", "a").map(ModelName::parse).sorted().map(String::valueOf))
        .containsExactly("a.z", "b.a", "a", "z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a@1", "a.b.c", ".", "a.", ".a", "a\nb"})
  void whatCannotBeANameIsRefused(String text) {
    assertThatThrownBy(() -> ModelName.parse(text))
        .isInstanceOf(CeriumException.class)
        .hasMessageStartingWith("[MODEL_NAME_INVALID]");
  }

  @Test
  void aNameHasUpTo128Characters() {
    assertThat(ModelName.of("m".repeat(128)).name()).hasSize(128);
    assertThatThrownBy(() -> ModelName.of("m".repeat(129)))
        .hasMessageContaining("it has 129 characters");
  }

  @Test
  void charactersCountAsTheyAreKept() {
    // In lower case this letter is two, and so it would be read again.
    assertThatThrownBy(() -> ModelName.of("\u0130".repeat(65)))
        .hasMessageContaining("it has 130 characters");
    String kept = ModelName.of("\u0130".repeat(64)).name();
    assertThat(ModelName.of(kept).name()).isEqualTo(kept);
  }
}
