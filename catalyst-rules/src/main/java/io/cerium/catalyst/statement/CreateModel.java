package io.cerium.catalyst.statement;

import io.cerium.catalyst.session.CeriumSession;
import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.engine.model.ModelRuntime;
import io.cerium.engine.model.ModelRuntimes;
import io.cerium.engine.model.ModelSource;
import io.cerium.engine.model.Signature;
import io.cerium.functions.catalyst.NativeSetup;
import io.cerium.functions.model.ModelOption;
import io.cerium.functions.model.ModelOptions;
import io.cerium.registry.ModelName;
import io.cerium.registry.ModelRecord;
import io.cerium.registry.ModelRegistry;
import io.cerium.registry.RegistryChange;
import io.cerium.registry.RegistryChange.IfExists;
import io.cerium.registry.StagedArtifact;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Registers a model from its artifact.
 *
 * @param ifExists what a model of that name means: {@code OR REPLACE} adds a version, {@code IF NOT
 *     EXISTS} keeps it
 * @param provider what stands after {@code USING}
 * @param location as typed
 * @param options by key in lower case, in the order as typed
 * @param comment empty without one
 */
@Statement(
    name = "CREATE MODEL",
    syntax =
        """
        CREATE [ OR REPLACE ] MODEL [ IF NOT EXISTS ] name
            USING provider
            LOCATION 'uri'
            [ OPTIONS ( key = value [ , ... ] ) ]
            [ COMMENT 'text' ]""",
    summary =
        "Registers a model from a file. The file is copied into the registry: it may go afterwards."
            + " OR REPLACE adds a version to a model that is there; IF NOT EXISTS leaves it as it"
            + " is and reads nothing.",
    returns = "One row: name, version, default_version.",
    examples = {
      """
      CREATE OR REPLACE MODEL efficientnet USING onnx
      LOCATION '${examples}/models/efficientnet-lite0/efficientnet-lite0.onnx'
      OPTIONS (labels = '${examples}/models/efficientnet-lite0/labels.txt',
               resize = 256, crop = 224, scale = 1, mean = 127, std = 128)"""
    },
    note =
        "The clauses stand in any order, each at most once. FROM 'uri' is LOCATION 'uri', WITH"
            + " (...) is OPTIONS (...). A relative location is looked for in the working folder of"
            + " the driver. Values of options are texts, numbers, true, false, and lists: array(...)"
            + " or [...]. A bare name is in the namespace default, whatever USE says; a namespace is"
            + " there as soon as a model is in it. A model runs as native code in the processes of"
            + " the application, with their rights: take only those whose origin you trust.")
public record CreateModel(
    ModelName name,
    IfExists ifExists,
    String provider,
    String location,
    Map<String, OptionValue> options,
    String comment)
    implements ModelStatement {
  private static final String LABELS = ModelOption.LABELS.key();

  @Override
  public StructType output() {
    return new StructType()
        .add("name", "string", false)
        .add("version", "int", false)
        .add("default_version", "int", false);
  }

  @Override
  public List<Row> run(CeriumSession session) {
    ModelRegistry registry = session.registry();
    Optional<ModelRecord> there = registry.snapshot().find(name);
    if (there.isPresent() && ifExists == IfExists.KEEP) {
      return List.of(row(there.get(), there.get().defaultVersion()));
    }
    if (there.isPresent() && ifExists == IfExists.FAIL) {
      throw CeriumException.of(ErrorCode.MODEL_ALREADY_EXISTS, "name", name.toString());
    }
    ModelRuntime runtime = ModelRuntimes.resolve(provider);
    NativeSetup.configure();
    try (StagedArtifact artifact = registry.stage(location)) {
      checkDigest(artifact);
      Signature signature =
          runtime.inspect(new ModelSource.File(artifact.location(), artifact.file()));
      List<String> labels =
          options.containsKey(LABELS)
              ? LabelSource.of(session).read(options.get(LABELS))
              : List.of();
      Map<String, String> texts = new LinkedHashMap<>();
      options.forEach((key, value) -> texts.put(key, value.text()));
      ModelOptions.check(texts, signature, labels);
      texts.remove(LABELS);
      ModelRecord model =
          registry
              .commit(
                  new RegistryChange.AddVersion(
                      name,
                      ifExists,
                      artifact,
                      runtime.format(),
                      signature,
                      texts,
                      labels,
                      comment,
                      session.user()))
              .resolve(name);
      return List.of(row(model, model.versions().get(model.versions().size() - 1).version()));
    }
  }

  private static Row row(ModelRecord model, int version) {
    return RowFactory.create(model.name().toString(), version, model.defaultVersion());
  }

  private void checkDigest(StagedArtifact artifact) {
    OptionValue wanted = options.get(ModelOption.SHA256.key());
    if (wanted != null && !wanted.text().strip().equalsIgnoreCase(artifact.digest())) {
      throw ModelOption.SHA256.invalid(
          "is '"
              + wanted.text()
              + "', but the file at '"
              + location
              + "' has '"
              + artifact.digest()
              + "'",
          "Check where the file comes from, then correct the digest or the location.");
    }
  }
}
