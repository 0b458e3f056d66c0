package io.cerium.tests.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GoldenScriptTest {
  private static final String FILE =
      """
      -- What it shows.
      --@ tolerance 1e-4
      --@ again a.b=1 c=x=y
      --@ mask \\d{4}-\\d\\d

      SELECT 1 AS one;
      --: one INT NOT NULL
      --> 1

      -- A comment; no end.
      SELECT ';' /* ; */, "a\\";", `;`;
      --! [BROKEN] SQLSTATE 42000
      --! Two
      --! lines

      SELECT 2 -- two; or so
      ;
      --> 2

      -- the end
      """;

  @Test
  void readsStatementsWithTheirAnswers() {
    GoldenScript script = GoldenScript.parse(FILE);

    assertThat(script.statements()).hasSize(3);
    assertThat(script.statements().get(0).text()).endsWith("SELECT 1 AS one");
    assertThat(script.statements().get(0).answer())
        .containsExactly("--: one INT NOT NULL", "--> 1");
    assertThat(script.statements().get(1).text())
        .isEqualTo("-- A comment; no end.\nSELECT ';' /* ; */, \"a\\\";\", `;`");
    assertThat(script.statements().get(1).answer())
        .containsExactly("--! [BROKEN] SQLSTATE 42000", "--! Two", "--! lines");
    assertThat(script.tail()).isEqualTo("-- the end");
  }

  @Test
  void readsDirectives() {
    GoldenScript script = GoldenScript.parse(FILE);

    assertThat(script.tolerance()).isEqualTo(1e-4);
    assertThat(script.reruns()).containsExactly(Map.of("a.b", "1", "c", "x=y"));
    assertThat(script.masks()).hasSize(1);
    assertThatThrownBy(() -> GoldenScript.parse("--@ tolerate 1\n"))
        .hasMessage("no such directive: --@ tolerate 1");
  }

  @Test
  void rendersWhatItRead() {
    assertThat(GoldenScript.parse(FILE).render()).isEqualTo(FILE);
  }

  @Test
  void keepsNewStatementsWithoutAnswerApart() {
    GoldenScript script = GoldenScript.parse("SELECT 1;\nSELECT 2;\n--> 2\n");

    assertThat(script.statements().get(0).answer()).isEmpty();
    assertThat(script.statements().get(1).answer()).containsExactly("--> 2");
  }

  @Test
  void isAnsweredByWhatIsWithinItsTolerance() {
    GoldenScript script = GoldenScript.parse("--@ tolerance 1e-3\nSELECT 1;\n--> 0.5\n");

    assertThat(script.isAnsweredBy(script.withAnswers(List.of(List.of("--> 0.5004"))))).isTrue();
    assertThat(script.isAnsweredBy(script.withAnswers(List.of(List.of("--> 0.5014"))))).isFalse();
    assertThat(script.isAnsweredBy(script.withAnswers(List.of(List.of())))).isFalse();
  }

  @Test
  void comparesFractionsWithinTheToleranceAndAllElseExactly() {
    AnswerDifference difference = new AnswerDifference(1e-3);

    assertThat(same(difference, "--> a 0.5001 1.5E-7", "--> a 0.5002 1.6E-7")).isTrue();
    assertThat(same(difference, "--> 1000.5", "--> 1001.0")).isTrue();
    assertThat(same(difference, "--> 0.5", "--> 0.502")).isFalse();
    assertThat(same(difference, "--> 5", "--> 6")).isFalse();
    assertThat(same(difference, "--> a 0.5", "--> b 0.5")).isFalse();
    assertThat(same(difference, "--> 0.5", "--> 0.5 0.5")).isFalse();
    assertThat(same(difference, "--> 0.5 0.5", "--> 0.5")).isFalse();
    assertThat(difference.isSame(List.of("--> 1"), List.of("--> 1", "--> 2"))).isFalse();
    assertThat(same(new AnswerDifference(0), "--> 0.50001", "--> 0.50002")).isFalse();
  }

  private static boolean same(AnswerDifference difference, String one, String other) {
    return difference.isSame(List.of(one), List.of(other));
  }
}
