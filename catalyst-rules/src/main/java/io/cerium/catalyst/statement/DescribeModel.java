package io.cerium.catalyst.statement;

import io.cerium.catalyst.session.CeriumSession;
import io.cerium.engine.error.MaskedText;
import io.cerium.functions.model.ModelDescription;
import io.cerium.registry.ModelName;
import io.cerium.registry.ModelRecord;
import io.cerium.registry.ModelVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Tells what a model takes and gives.
 *
 * @param extended whether to tell all that is known
 * @param version the default version where empty
 */
@Statement(
    name = "DESCRIBE MODEL",
    syntax = "{ DESC | DESCRIBE } MODEL [ EXTENDED ] name [ VERSION number ]",
    summary =
        "Tells what a model takes and gives, how pictures are prepared for it, what is done to its"
            + " scores and what NULL gives. EXTENDED adds where it comes from, its digest, all"
            + " labels, all versions and what the file tells of itself.",
    returns = "One row a property: property, value.",
    examples = {"DESCRIBE MODEL efficientnet", "DESC MODEL EXTENDED efficientnet VERSION 1"})
public record DescribeModel(ModelName name, boolean extended, Optional<Integer> version)
    implements ModelStatement {
  private static final int FIRST_LABELS = 3;

  @Override
  public StructType output() {
    return new StructType().add("property", "string", false).add("value", "string", false);
  }

  @Override
  public List<Row> run(CeriumSession session) {
    ModelRecord model = session.registry().snapshot().resolve(name);
    ModelVersion described =
        version.map(v -> model.resolve(v.toString())).orElseGet(model::defaultModelVersion);
    List<Row> rows = new ArrayList<>();
    add(rows, "name", model.name().name());
    add(rows, "namespace", model.name().namespace());
    add(
        rows,
        "version",
        described.version() + (described.version() == model.defaultVersion() ? " (default)" : ""));
    add(rows, "provider", described.provider());
    ModelDescription.of(described).forEach((property, value) -> add(rows, property, value));
    List<String> labels = described.signature().labels(described.labels());
    if (!labels.isEmpty()) {
      add(rows, "labels", summary(labels));
    }
    if (!described.options().isEmpty()) {
      add(rows, "options", pairs(described.options()));
    }
    if (!model.comment().isEmpty()) {
      add(rows, "comment", model.comment());
    }
    if (extended) {
      addMore(rows, model, described);
    }
    return rows;
  }

  private void addMore(List<Row> rows, ModelRecord model, ModelVersion described) {
    add(rows, "source", described.source());
    add(rows, "digest", described.digest());
    add(rows, "bytes", Long.toString(described.bytes()));
    add(rows, "created_at", described.createdAt().toString());
    add(rows, "created_by", described.createdBy());
    add(rows, "owner", model.owner());
    add(
        rows,
        "versions",
        model.versions().stream()
            .map(v -> v.version() + " (" + v.createdAt() + ")")
            .collect(Collectors.joining(", ")));
    new TreeMap<>(described.signature().metadata())
        .forEach((key, value) -> add(rows, "metadata " + key, value));
    List<String> labels = described.signature().labels(described.labels());
    for (int i = 0; i < labels.size(); i++) {
      add(rows, "label " + i, labels.get(i));
    }
  }

  private static void add(List<Row> rows, String property, String value) {
    rows.add(RowFactory.create(property, MaskedText.of(value)));
  }

  private static String summary(List<String> labels) {
    String first = labels.stream().limit(FIRST_LABELS).collect(Collectors.joining(", "));
    return labels.size() + ": " + first + (labels.size() > FIRST_LABELS ? ", ..." : "");
  }

  private static String pairs(java.util.Map<String, String> options) {
    return options.entrySet().stream()
        .map(option -> option.getKey() + " = " + option.getValue())
        .collect(Collectors.joining(", "));
  }
}
