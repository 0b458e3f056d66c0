package io.cerium.tests.sparkscript;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunMaskTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "file:/a/spark-scripts/plain/warehouse/t|file:/a/spark-scripts/<side>/warehouse/t",
        "file:/a/spark-scripts/extended/warehouse/t|file:/a/spark-scripts/<side>/warehouse/t",
        "ENSURE_REQUIREMENTS, [plan_id=25]|ENSURE_REQUIREMENTS, [plan_id=<n>]",
        "scalar-subquery#7, [id=#25277]|scalar-subquery#1, [id=#<n>]",
        "random(-897157593639966125) AS rand()#3|random(<seed>) AS rand()#1",
        "Project [b#20012, a#20011, b#20012]|Project [b#1, a#2, b#1]",
        "uuid(Some(2714053387223715265))|uuid(Some(<seed>))",
        "UnresolvedInlineTable [col1], [[2026-11-21 13:17:42.46097]]"
            + "|UnresolvedInlineTable [col1], [[<now>]]",
        "Created Time Sat Nov 21 17:02:03 PST 2026|Created Time <time>",
        "CommandResult [a#1], Describe, false, [[0,180000000c,28], [0,18,2f]]"
            + "|CommandResult [a#1], Describe, false, [<rows>]"
      })
  void whatNoTwoRunsShareIsMasked(String text, String masked) {
    assertThat(RunMask.mask(text)).isEqualTo(masked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Project [key#1, value#2]",
        "HashAggregate(keys=[a#1], functions=[count(distinct b#2)])",
        "rand(0)",
        "Some(America/Los_Angeles)",
        "2012-12-15 18:14:00.123456",
        "[[0,1,2], [3,4]]"
      })
  void whatTellsAPlanFromAnotherIsNot(String text) {
    assertThat(RunMask.mask(text)).isEqualTo(text);
  }

  @Test
  void otherColumnsStayOthers() {
    assertThat(RunMask.mask("Project [a#7, b#8], Filter a#7"))
        .isNotEqualTo(RunMask.mask("Project [a#7, b#8], Filter a#8"));
  }

  @Test
  void eachLineIsMasked() {
    assertThat(RunMask.mask("Exchange [plan_id=1]\nExchange [plan_id=2]"))
        .isEqualTo("Exchange [plan_id=<n>]\nExchange [plan_id=<n>]");
  }
}
