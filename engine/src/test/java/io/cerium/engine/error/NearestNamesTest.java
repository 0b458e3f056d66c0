package io.cerium.engine.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNamesTest {
  private static final List<String> MODELS =
      List.of("efficientnet", "churn", "churn_eu", "caption", "x");

  @Test
  void aMistypedNameFindsItsNeighbour() {
    assertThat(NearestNames.of("eficientnet", MODELS)).containsExactly("efficientnet");
    assertThat(NearestNames.of("chrun", MODELS)).containsExactly("churn");
    assertThat(NearestNames.of("CHURN", MODELS)).startsWith("churn");
  }

  @Test
  void aBeginningFindsTheWholeName() {
    assertThat(NearestNames.of("effi", MODELS)).containsExactly("efficientnet");
    assertThat(NearestNames.of("churn", MODELS)).containsExactly("churn", "churn_eu");
  }

  @Test
  void whatIsFarFindsNothing() {
    assertThat(NearestNames.of("segmenter", MODELS)).isEmpty();
    assertThat(NearestNames.of("", MODELS)).isEmpty();
    assertThat(NearestNames.of("a", MODELS)).isEmpty();
    assertThat(NearestNames.of("X", MODELS)).containsExactly("x");
    assertThat(NearestNames.hint("segmenter", MODELS)).isEmpty();
  }

  @Test
  void theHintIsASentence() {
    assertThat(NearestNames.hint("churm", MODELS)).isEqualTo("Did you mean 'churn'?");
    assertThat(NearestNames.hint("churn", MODELS)).isEqualTo("Did you mean 'churn' or 'churn_eu'?");
  }

  @Test
  void namesOfAnyLengthAreCompared() {
    String wordy = "churn" + "x".repeat(40_000);
    assertThat(NearestNames.of("churm", List.of(wordy, "churn"))).containsExactly("churn");
    assertThat(NearestNames.of("churn", List.of(wordy, "churn_eu")))
        .containsExactly("churn_eu", wordy);
    assertThat(NearestNames.of(wordy + "y", List.of(wordy, "churn"))).isEmpty();
    String longest = "m".repeat(128);
    assertThat(NearestNames.of(longest, List.of(longest + "x"))).containsExactly(longest + "x");
    assertThat(NearestNames.of(longest + "m", List.of(longest))).isEmpty();
  }

  @Test
  void neighboursThatChangedPlacesCountOnce() {
    assertThat(NearestNames.of("bac", List.of("abc", "bbb"))).containsExactly("abc");
    assertThat(NearestNames.of("eeilcr", List.of("eeiclr", "eielrc")))
        .containsExactly("eeiclr", "eielrc");
  }
}
