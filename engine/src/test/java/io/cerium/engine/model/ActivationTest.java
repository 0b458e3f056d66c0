package io.cerium.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ActivationTest {
  @Test
  void softmaxSumsToOneAndKeepsTheOrder() {
    double[] row = {1, 2, 3};
    Activation.SOFTMAX.apply(row);
    assertThat(row[0]).isCloseTo(0.09003057317038046, within(1e-15));
    assertThat(row[1]).isCloseTo(0.24472847105479767, within(1e-15));
    assertThat(row[2]).isCloseTo(0.6652409557748219, within(1e-15));
  }

  @Test
  void softmaxOfLargeScoresDoesNotOverflow() {
    double[] row = {1e4, 1e4, -1e4};
    Activation.SOFTMAX.apply(row);
    assertThat(row).containsExactly(0.5, 0.5, 0);
    float[] infinite = {Float.NEGATIVE_INFINITY, 0};
    Activation.SOFTMAX.apply(infinite);
    assertThat(infinite).containsExactly(0, 1);
  }

  @Test
  void sigmoidStaysBetweenZeroAndOne() {
    float[] row = {0, 1000, -1000, 2};
    Activation.SIGMOID.apply(row);
    assertThat(row).containsExactly(0.5f, 1, 0, 0.8807971f);
  }

  @Test
  void noneChangesNothing() {
    float[] row = {Float.MIN_VALUE, Float.NaN, -0f};
    Activation.NONE.apply(row);
    assertThat(row).containsExactly(Float.MIN_VALUE, Float.NaN, -0f);
  }

  @Test
  void notANumberStays() {
    double[] row = {Double.NaN, 1};
    Activation.SOFTMAX.apply(row);
    assertThat(row).containsOnly(Double.NaN);
  }

  @Test
  void isFoundByName() {
    assertThat(Activation.find("Softmax")).contains(Activation.SOFTMAX);
    assertThat(Activation.find("relu")).isEmpty();
    assertThat(Activation.NONE.text()).isEqualTo("none");
  }
}
