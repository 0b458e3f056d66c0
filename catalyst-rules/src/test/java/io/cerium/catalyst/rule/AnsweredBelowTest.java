package io.cerium.catalyst.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerium.catalyst.plan.BatchCallNode;
import io.cerium.catalyst.plan.Plans;
import java.util.Map;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which calls are answered by the run that there is below a join or a generator. */
class AnsweredBelowTest {

  @BeforeAll
  static void makeTables() {
    PredictSession.spark()
        .sql(
            "SELECT * FROM VALUES ('dog.jpg', array(1, 2)), ('cat.png', array()),"
                + " ('none.jpg', array(3)) AS t(photo, tags)")
        .repartition(1)
        .createOrReplaceTempView("dim");
    PredictSession.spark()
        .sql("SELECT photo AS name, content AS picture FROM photos")
        .createOrReplaceTempView("pictures");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT predict(efficientnet, content).label, tags FROM photos JOIN dim USING (photo)"
            + " WHERE predict(efficientnet, content).score > 0.5",
        "SELECT predict(efficientnet, content).label, tags FROM dim JOIN photos USING (photo)"
            + " WHERE predict(efficientnet, content).score > 0.5",
        "SELECT predict(efficientnet, content).label, tags FROM photos CROSS JOIN dim"
            + " WHERE predict(efficientnet, content).score > 0.5",
        "SELECT predict(efficientnet, content).label, tags FROM photos LEFT JOIN dim USING (photo)"
            + " WHERE predict(efficientnet, content).score > 0.5",
        "SELECT predict(efficientnet, content).label, tags FROM photos p LEFT JOIN dim d"
            + " ON p.photo = d.photo AND predict(efficientnet, content).score > 0.5",
        "SELECT predict(efficientnet, content).label, tags FROM dim RIGHT JOIN photos USING (photo)"
            + " WHERE predict(efficientnet, content).score > 0.5",
        "SELECT predict(efficientnet, content).label FROM photos LEFT SEMI JOIN dim USING (photo)"
            + " WHERE predict(efficientnet, content).score > 0.5",
        "SELECT predict(efficientnet, content).label FROM photos LEFT ANTI JOIN dim USING (photo)"
            + " WHERE predict(efficientnet, content).score > 0.5",
        "SELECT photo, t, predict(efficientnet, content).label FROM photos"
            + " LATERAL VIEW explode(split(photo, 'a')) AS t"
            + " WHERE predict(efficientnet, content).score > 0.5",
        "SELECT photo, t.score, predict(efficientnet, content, top_k => 2) FROM photos"
            + " LATERAL VIEW OUTER explode(predict(efficientnet, content, top_k => 2)) AS t",
        // The generator drops the array by its place, before which the answer comes to stand.
        "SELECT predict(efficientnet, content).label, t FROM photos CROSS JOIN dim"
            + " LATERAL VIEW explode(tags) AS t WHERE predict(efficientnet, content).score > 0.5",
        "SELECT predict(efficientnet, content).label, predict_proba(efficientnet, content)['hen']"
            + " FROM photos p JOIN dim d USING (photo) JOIN dim e USING (photo)"
            + " WHERE predict(efficientnet, content).score > 0.5"
            + " ORDER BY predict(efficientnet, content).score",
        "SELECT try_predict(efficientnet, content).label FROM photos JOIN dim USING (photo)"
            + " WHERE predict(efficientnet, content).score > 0.5",
        "SELECT predict(efficientnet, content).label, tags FROM"
            + " (SELECT * FROM photos DISTRIBUTE BY photo) LEFT JOIN dim USING (photo)"
            + " WHERE CASE WHEN length > 9 THEN predict(efficientnet, content).score > 0.5 END"
            + " AND predict(efficientnet, content).score < 0.9",
        "SELECT photo, rank() OVER (PARTITION BY predict(efficientnet, content).label"
            + " ORDER BY predict(efficientnet, content).score) FROM photos"
            + " ORDER BY predict(efficientnet, content).score",
        "SELECT photo FROM photos WHERE predict(efficientnet, content).score > 0.5"
            + " DISTRIBUTE BY predict(efficientnet, content).label"
            + " SORT BY predict(efficientnet, content).score"
      })
  void sharesTheRunBelow(String sql) {
    assertThat(runs(sql)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Padded with NULLs, or maybe so.
        "SELECT predict(efficientnet, picture, on_error => 'struct').error FROM dim LEFT JOIN"
            + " (SELECT * FROM pictures WHERE predict(efficientnet, picture,"
            + " on_error => 'struct').error IS NULL) ON name = photo",
        "SELECT predict(efficientnet, picture).label FROM"
            + " (SELECT * FROM pictures WHERE predict(efficientnet, picture).score > 0.5)"
            + " RIGHT JOIN dim ON name = photo",
        "SELECT predict(efficientnet, picture).label FROM"
            + " (SELECT * FROM pictures WHERE predict(efficientnet, picture).score > 0.5)"
            + " FULL JOIN dim ON name = photo",
        // Below, only some rows are given to the model.
        "SELECT predict(efficientnet, content).label FROM photos JOIN dim USING (photo)"
            + " WHERE length < 9 OR predict(efficientnet, content).score > 0.5",
        "SELECT predict(efficientnet, content).label FROM photos"
            + " LATERAL VIEW explode(split(photo, 'a')) AS t"
            + " WHERE length < 9 OR predict(efficientnet, content).score > 0.5",
        // Above, the call may fail for a row that is dropped on the way.
        "SELECT predict(efficientnet, content).label FROM photos JOIN dim USING (photo)"
            + " WHERE try_predict(efficientnet, content).score > 0.5",
        "SELECT predict(efficientnet, content).label FROM"
            + " (SELECT * FROM photos SORT BY try_predict(efficientnet, content).score)"
            + " LATERAL VIEW explode(split(photo, 'a')) AS t",
        "SELECT predict(efficientnet, content).label FROM photos p JOIN dim d"
            + " ON try_predict(efficientnet, content).label = d.photo",
        "SELECT predict(efficientnet, content).label FROM photos p LEFT SEMI JOIN dim d"
            + " ON try_predict(efficientnet, content).label = d.photo",
        // The subquery, optimised before, drops the answer.
        "SELECT size(predict(efficientnet, l.content, top_k => 3)), l.s FROM dim, LATERAL"
            + " (SELECT content, e.s FROM photos"
            + " LATERAL VIEW explode(predict(efficientnet, content, top_k => 3)) e AS s) l"
      })
  void runsAgainWhereTheAnswerMayBeAnother(String sql) {
    assertThat(runs(sql)).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT predict(efficientnet, content).label, t FROM"
            + " (SELECT * FROM photos SORT BY try_predict(efficientnet, content).score)"
            + " LATERAL VIEW OUTER explode(split(photo, 'a')) AS t",
        "SELECT predict(efficientnet, content).label, tags FROM photos p LEFT JOIN dim d"
            + " ON try_predict(efficientnet, content).label = d.photo",
        "SELECT predict(efficientnet, content).label, tags FROM dim d RIGHT JOIN photos p"
            + " ON try_predict(efficientnet, content).label = d.photo"
      })
  void sharesTheRunOfACallThatForgivesWhereNoRowIsDropped(String sql) {
    assertThat(runs(sql)).isEqualTo(1);
  }

  @Test
  void asksTheModelOnceForARowThatAJoinRepeats() {
    Map<String, Long> metrics =
        PredictSession.metrics(
            "SELECT predict(efficientnet, content).label, t FROM photos CROSS JOIN dim"
                + " LATERAL VIEW explode(tags) AS t"
                + " WHERE predict(efficientnet, content).score > 0.5");

    assertThat(metrics).containsEntry("batchRows", 15L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT content, t FROM photos CROSS JOIN dim LATERAL VIEW explode(tags) AS t",
        "SELECT photo, t FROM photos JOIN dim USING (photo) LATERAL VIEW explode(tags) AS t"
      })
  void leavesQueriesWithoutCallsAlone(String sql) {
    LogicalPlan plan = PredictSession.spark().sql(sql).queryExecution().optimizedPlan();

    assertThat(new BatchCalls(PredictSession.spark()).apply(plan)).isSameAs(plan);
  }

  private static long runs(String sql) {
    LogicalPlan plan = PredictSession.spark().sql(sql).queryExecution().optimizedPlan();
    return count(plan);
  }

  private static long count(LogicalPlan plan) {
    long here = plan instanceof BatchCallNode node && !node.calls().isEmpty() ? 1 : 0;
    return here + Plans.children(plan).stream().mapToLong(AnsweredBelowTest::count).sum();
  }
}
