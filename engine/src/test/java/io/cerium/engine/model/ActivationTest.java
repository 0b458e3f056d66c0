package io.cerium.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ActivationTest {
  /** Some steps of a double below 1 (1.1e-16): exponentials, their sum and the division round. */
  private static final double TOLERANCE = 1e-15;

  @Test
  void softmaxSumsToOneAndKeepsTheOrder() {
    double[] row = {1, 2, 3};
    Activation.SOFTMAX.apply(row);
    assertThat(row[0]).isCloseTo(0.09003057317038046, within(TOLERANCE));
    assertThat(row[1]).isCloseTo(0.24472847105479767, within(TOLERANCE));
    assertThat(row[2]).isCloseTo(0.6652409557748219, within(TOLERANCE));
  }

  @Test
  void softmaxOfLargeScoresDoesNotOverflow() {
    double[] row = {1e4, 1e4, -1e4};
    Activation.SOFTMAX.apply(row);
    assertThat(row).containsExactly(0.5, 0.5, 0);
    double[] infinite = {Double.NEGATIVE_INFINITY, 0};
    Activation.SOFTMAX.apply(infinite);
    assertThat(infinite).containsExactly(0, 1);
  }

  @Test
  void sigmoidStaysBetweenZeroAndOne() {
    double[] row = {0, 1000, -1000, 2};
    Activation.SIGMOID.apply(row);
    assertThat(row).containsExactly(0.5, 1, 0, 0.8807970779778823);
  }

  @Test
  void noneChangesNothing() {
    double[] row = {Double.MIN_VALUE, Double.NaN, -0d};
    Activation.NONE.apply(row);
    assertThat(row).containsExactly(Double.MIN_VALUE, Double.NaN, -0d);
  }

  @Test
  void notANumberStays() {
    double[] row = {Double.NaN, 1};
    Activation.SOFTMAX.apply(row);
    assertThat(row).containsOnly(Double.NaN);
  }

  @Test
  void isNamedInLowerCase() {
    assertThat(Activation.NONE.text()).isEqualTo("none");
  }
}
