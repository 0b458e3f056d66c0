package io.cerium.functions.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerium.engine.model.Activation;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassScoresTest {
  private static int[] best(int count, double... values) {
    ClassifierHead head =
        new ClassifierHead("scores", List.of("a", "b", "c", "d"), Activation.NONE, true);
    return new ClassScores(head, values).best(count);
  }

  @Test
  void theHighestScoreComesFirst() {
    assertThat(best(1, 0.1, 0.3, 0.4, 0.2)).containsExactly(2);
    assertThat(best(3, 0.1, 0.3, 0.4, 0.2)).containsExactly(2, 1, 3);
    assertThat(best(9, 0.1, 0.3, 0.4, 0.2)).containsExactly(2, 1, 3, 0);
  }

  @Test
  void ofEqualScoresTheFirstClassWins() {
    assertThat(best(1, 0.2, 0.4, 0.4, 0.4)).containsExactly(1);
    assertThat(best(2, 0.2, 0.4, 0.4, 0.4)).containsExactly(1, 2);
    assertThat(best(4, 0.2, 0.4, 0.2, 0.4)).containsExactly(1, 3, 0, 2);
  }

  @Test
  void zerosOfEitherSignAreEqual() {
    assertThat(best(1, -0.0, 0.0, -0.0, 0.0)).containsExactly(0);
    assertThat(best(4, -0.0, 0.0, -0.0, 0.0)).containsExactly(0, 1, 2, 3);
  }
}
