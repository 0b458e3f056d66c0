package io.cerium.catalyst.statement;

import io.cerium.catalyst.session.CeriumSession;
import io.cerium.functions.model.ModelDescription;
import io.cerium.registry.ModelRecord;
import io.cerium.registry.ModelVersion;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Lists the models.
 *
 * @param namespace only those of this namespace
 * @param pattern only those whose name matches
 */
@Statement(
    name = "SHOW MODELS",
    syntax = "SHOW MODELS [ { IN | FROM } namespace ] [ [ LIKE ] 'pattern' ]",
    summary =
        "Lists the models, by namespace and name. In the pattern, * (or %) stands for any letters"
            + " and | separates alternatives, as in Spark's SHOW TABLES; letter case is ignored.",
    returns =
        "One row a model: namespace, name, default_version, task, provider, comment (of the"
            + " default version).",
    examples = {"SHOW MODELS", "SHOW MODELS IN default LIKE 'eff*'"})
public record ShowModels(Optional<String> namespace, Optional<String> pattern)
    implements ModelStatement {
  @Override
  public StructType output() {
    return new StructType()
        .add("namespace", "string", false)
        .add("name", "string", false)
        .add("default_version", "int", false)
        .add("task", "string", false)
        .add("provider", "string", false)
        .add("comment", "string", true);
  }

  @Override
  public List<Row> run(CeriumSession session) {
    Optional<NamePattern> names = pattern.map(NamePattern::of);
    return session.registry().snapshot().models().stream()
        .filter(
            model -> namespace.map(n -> n.equalsIgnoreCase(model.name().namespace())).orElse(true))
        .filter(model -> names.map(n -> n.matches(model.name().name())).orElse(true))
        .map(ShowModels::row)
        .toList();
  }

  private static Row row(ModelRecord model) {
    ModelVersion version = model.defaultModelVersion();
    return RowFactory.create(
        model.name().namespace(),
        model.name().name(),
        model.defaultVersion(),
        ModelDescription.task(version),
        version.provider(),
        model.comment().isEmpty() ? null : model.comment());
  }
}
