package io.cerium.catalyst.rule;

import io.cerium.catalyst.plan.BatchCallExec;
import io.cerium.catalyst.session.CeriumSession;
import io.cerium.engine.model.ModelRuntimes;
import io.cerium.engine.model.ModelSource;
import io.cerium.engine.model.Signature;
import io.cerium.functions.catalyst.ScalaBridge;
import io.cerium.registry.ModelName;
import io.cerium.registry.ModelRegistry;
import io.cerium.registry.RegistryChange;
import io.cerium.registry.StagedArtifact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.adaptive.AdaptiveSparkPlanExec;
import org.apache.spark.sql.execution.adaptive.QueryStageExec;
import org.apache.spark.sql.execution.metric.SQLMetric;
import scala.Tuple2;

/** The one session of this module's tests: the real network, the real photos. */
final class PredictSession {
  static final Path EXAMPLES = Path.of("..", "sql-examples").toAbsolutePath().normalize();

  private static final SparkSession SPARK = start();

  private PredictSession() {}

  static SparkSession spark() {
    return SPARK;
  }

  static List<Row> rows(String sql) {
    return SPARK.sql(sql).collectAsList();
  }

  static String plan(String sql) {
    Dataset<Row> query = SPARK.sql(sql);
    return query.queryExecution().executedPlan().toString();
  }

  /** What the only batch operator of a query measured while it ran. */
  static Map<String, Long> metrics(String sql) {
    Dataset<Row> query = SPARK.sql(sql);
    query.collectAsList();
    SparkPlan plan = query.queryExecution().executedPlan();
    if (plan instanceof AdaptiveSparkPlanExec adaptive) {
      plan = adaptive.executedPlan();
    }
    Map<String, Long> values = new HashMap<>();
    collect(plan, values);
    return values;
  }

  private static void collect(SparkPlan plan, Map<String, Long> values) {
    if (plan instanceof QueryStageExec stage) {
      collect(stage.plan(), values);
    }
    if (plan instanceof BatchCallExec) {
      ScalaBridge.<Tuple2<String, SQLMetric>>toList(plan.metrics().toSeq())
          .forEach(metric -> values.merge(metric._1(), metric._2().value(), Long::sum));
    }
    ScalaBridge.<SparkPlan>toList(plan.children()).forEach(child -> collect(child, values));
  }

  private static SparkSession start() {
    try {
      Path warehouse = Files.createTempDirectory("cerium-warehouse");
      SparkSession spark =
          SparkSession.builder()
              .master("local[2]")
              .config("spark.sql.extensions", "io.cerium.catalyst.CeriumExtensions")
              .config("spark.sql.warehouse.dir", warehouse.toString())
              .config("spark.ui.enabled", "false")
              .config("spark.sql.shuffle.partitions", "2")
              .getOrCreate();
      register(
          spark,
          "efficientnet",
          EXAMPLES.resolve("models/efficientnet-lite0/efficientnet-lite0.onnx"),
          Map.of("resize", "256", "crop", "224", "scale", "1", "mean", "127", "std", "128"),
          Files.readAllLines(EXAMPLES.resolve("models/efficientnet-lite0/labels.txt")));
      spark
          .read()
          .format("binaryFile")
          .load(EXAMPLES.resolve("photos").toString())
          .selectExpr("regexp_extract(path, '[^/]*$', 0) AS photo", "content", "length")
          .where("photo NOT LIKE '%.md'")
          .createOrReplaceTempView("photos");
      return spark;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void register(
      SparkSession spark,
      String name,
      Path file,
      Map<String, String> options,
      List<String> labels) {
    ModelRegistry registry = CeriumSession.of(spark).registry();
    try (StagedArtifact artifact = registry.stage(file.toString())) {
      Signature signature =
          ModelRuntimes.resolve("onnx")
              .inspect(new ModelSource.File(file.toString(), artifact.file()));
      registry.commit(
          new RegistryChange.AddVersion(
              ModelName.of(name),
              RegistryChange.IfExists.FAIL,
              artifact,
              "onnx",
              signature,
              options,
              labels,
              "",
              "test"));
    }
  }
}
