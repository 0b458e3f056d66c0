package io.cerium.catalyst.statement;

import io.cerium.catalyst.session.CeriumSession;
import io.cerium.registry.ModelName;
import io.cerium.registry.RegistryChange;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * Removes a model with all its versions.
 *
 * @param ifExists whether a missing model is no error
 */
@Statement(
    name = "DROP MODEL",
    syntax = "DROP MODEL [ IF EXISTS ] name",
    summary =
        "Removes a model with all its versions. Queries that run already go on with the version"
            + " that they began with.",
    returns = "No rows.",
    examples = {"DROP MODEL IF EXISTS no_such_model"})
public record DropModel(ModelName name, boolean ifExists) implements ModelStatement {
  @Override
  public StructType output() {
    return new StructType();
  }

  @Override
  public List<Row> run(CeriumSession session) {
    session.registry().commit(new RegistryChange.Drop(name, ifExists, session.user()));
    return List.of();
  }
}
