package io.cerium.functions.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerium.engine.model.Activation;
import java.util.List;
import org.apache.spark.sql.catalyst.util.MapData;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;

class LabelKeysTest {
  private static ClassifierHead head(String... labels) {
    return new ClassifierHead("scores", List.of(labels), Activation.NONE, true);
  }

  @Test
  void keepsTheOrderOfTheClasses() {
    LabelKeys keys = LabelKeys.of(head("hen", "crane", "dog", "crane", "hen"));

    assertThat(keys.labels()).containsExactly("hen", "crane", "dog");
    assertThat(keys.ofClass()).containsExactly(0, 1, 2, 1, 0);
  }

  @Test
  void addsUpTheClassesOfALabel() {
    ClassifierHead head = head("hen", "crane", "dog", "crane");
    ClassScores scores = new ClassScores(head, new double[] {0.125, 0.25, 0.5, 0.125});

    MapData map = scores.byLabel(LabelKeys.of(head));

    assertThat(map.keyArray().numElements()).isEqualTo(3);
    assertThat(map.valueArray().toDoubleArray()).containsExactly(0.125, 0.375, 0.5);
    assertThat(map.keyArray().get(1, DataTypes.StringType)).hasToString("crane");
    assertThat(scores.probability(head.classesOf("crane"))).isEqualTo(0.375);
  }

  @Test
  void leavesOtherValuesAsTheyAre() {
    double[] values = {0.25, 0.75};

    assertThat(LabelKeys.of(head("hen", "dog")).sums(values)).isSameAs(values);
    assertThat(head("hen", "dog").classesOf("cow")).isEmpty();
  }
}
