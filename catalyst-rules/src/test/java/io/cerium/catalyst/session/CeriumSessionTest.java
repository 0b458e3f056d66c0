package io.cerium.catalyst.session;

import static io.cerium.catalyst.TestSpark.createSmall;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerium.catalyst.SqlFailure;
import io.cerium.catalyst.TestSpark;
import io.cerium.engine.error.CeriumException;
import io.cerium.functions.catalyst.CurrentQuery;
import io.cerium.registry.RegistrySnapshot;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.QueryPlanningTracker;
import org.apache.spark.sql.catalyst.QueryPlanningTracker$;
import org.junit.jupiter.api.Test;

class CeriumSessionTest {
  private static CeriumSession session() {
    return CeriumSession.of(TestSpark.session());
  }

  private static <T> T inQuery(QueryPlanningTracker query, scala.Function0<T> body) {
    return QueryPlanningTracker$.MODULE$.withTracker(query, body);
  }

  @Test
  void sessionsOfAnApplicationShareOneRegistry() {
    assertThat(CeriumSession.of(TestSpark.newSession()).registry()).isSameAs(session().registry());
    createSmall("shared_model");
    assertThat(TestSpark.newSession().sql("SHOW MODELS LIKE 'shared_model'").count()).isEqualTo(1);
  }

  @Test
  void aQuerySeesOneStateWhateverIsCommittedMeanwhile() {
    createSmall("pinned");
    QueryPlanningTracker query = new QueryPlanningTracker(scala.Option.empty());
    int before = inQuery(query, () -> session().models().resolve("pinned").version().version());
    createSmall("pinned");
    assertThat(inQuery(query, () -> session().models().resolve("pinned").version().version()))
        .isEqualTo(before);
    RegistrySnapshot first = inQuery(query, () -> session().snapshot());
    assertThat(inQuery(query, () -> CeriumSession.of(TestSpark.newSession()).snapshot()))
        .isSameAs(first);
    assertThat(session().models().resolve("pinned").version().version()).isEqualTo(before + 1);
    assertThat(
            inQuery(
                new QueryPlanningTracker(scala.Option.empty()),
                () -> session().models().resolve("pinned").version().version()))
        .isEqualTo(before + 1);
    assertThat(CurrentQuery.tracker()).isEmpty();
  }

  @Test
  void namesAreResolvedAsTyped() {
    createSmall("lookup");
    createSmall("lookup");
    createSmall("look_ns.elsewhere");
    assertThat(session().models().resolve("LookUp").version().version()).isEqualTo(2);
    assertThat(session().models().resolve("default.lookup@1").version().version()).isEqualTo(1);
    assertThat(session().models().resolve("look_ns.elsewhere").name().namespace())
        .isEqualTo("look_ns");
    assertThatThrownBy(() -> session().models().resolve("lookup@9"))
        .isInstanceOf(CeriumException.class)
        .hasMessageContaining("[MODEL_NOT_FOUND] There is no model 'lookup@9'")
        .hasMessageContaining("1, 2");
    assertThatThrownBy(() -> session().models().resolve("lookup@champion"))
        .hasMessageContaining("MODEL_NOT_FOUND");
    assertThatThrownBy(() -> session().models().resolve("lokup"))
        .hasMessageContaining("Did you mean 'lookup'");
    assertThatThrownBy(() -> session().models().resolve("elsewhere"))
        .hasMessageContaining("'look_ns.elsewhere'");
    assertThatThrownBy(() -> session().models().resolve("a.b.c"))
        .hasMessageContaining("MODEL_NAME_INVALID")
        .hasMessageContaining("3 parts");
  }

  @Test
  void settingsThatProtectAreTheApplications() {
    SparkSession spark = TestSpark.newSession();
    SqlFailure.of(spark, "SET spark.cerium.registry.location = /tmp/x")
        .is("_LEGACY_ERROR_TEMP_1325", null, "spark.cerium.registry.location");
    assertThat(spark.sql("SET -v").where("key LIKE 'spark.cerium.%'").count()).isGreaterThan(3);
  }

  @Test
  void aBadValueOfASettingIsRefusedAtOnce() {
    SparkSession spark = TestSpark.newSession();
    SqlFailure.of(spark, "SET `spark.cerium.optimizer.batch-calls` = perhaps")
        .is("SETTING_INVALID", "22023", "spark.cerium.optimizer.batch-calls", "'perhaps'");
    spark.sql("SET `spark.cerium.optimizer.batch-calls` = false");
    assertThat(spark.conf().get("spark.cerium.optimizer.batch-calls")).isEqualTo("false");
    assertThat(TestSpark.session().conf().get("spark.cerium.optimizer.batch-calls"))
        .isEqualTo("true");
  }

  @Test
  void theUserIsWhoRunsTheStatement() {
    assertThat(session().user()).isEqualTo(TestSpark.session().sparkContext().sparkUser());
    assertThat(session().spark()).isSameAs(TestSpark.session());
  }
}
