package io.cerium.registry.file;

import io.cerium.engine.model.Activation;
import io.cerium.engine.model.OutputEnd;
import io.cerium.engine.model.Signature;
import io.cerium.engine.model.TensorSpec;
import io.cerium.engine.tensor.ElementType;
import io.cerium.engine.tensor.Shape;
import io.cerium.registry.ModelName;
import io.cerium.registry.ModelRegistry;
import io.cerium.registry.RegistryChange;
import io.cerium.registry.RegistryChange.IfExists;
import io.cerium.registry.RegistrySnapshot;
import io.cerium.registry.StagedArtifact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Models for tests of the registry, which never looks into them. */
final class Models {
  static final Signature SIGNATURE =
      new Signature(
          "onnx",
          List.of(new TensorSpec("image", ElementType.FLOAT, Shape.of(Shape.DYNAMIC, 3, 8, 8))),
          List.of(new TensorSpec("scores", ElementType.FLOAT, Shape.of(Shape.DYNAMIC, 2))),
          Map.of("scores", new OutputEnd(Activation.SOFTMAX, List.of())),
          0,
          Map.of("opset", "17"));

  private Models() {}

  /** A file with that text, to be staged. */
  static Path artifact(Path folder, String text) throws IOException {
    return Files.writeString(folder.resolve("model-" + text.hashCode() + ".onnx"), text);
  }

  static RegistryChange.AddVersion addition(
      String name, IfExists ifExists, StagedArtifact artifact) {
    return new RegistryChange.AddVersion(
        ModelName.parse(name),
        ifExists,
        artifact,
        "onnx",
        SIGNATURE,
        Map.of("resize", "256"),
        List.of("cat", "dog"),
        "",
        "ada");
  }

  static RegistrySnapshot add(
      ModelRegistry registry, String name, IfExists ifExists, Path artifact) {
    try (StagedArtifact staged = registry.stage(artifact.toString())) {
      return registry.commit(addition(name, ifExists, staged));
    }
  }

  static RegistryChange.Drop drop(String name) {
    return new RegistryChange.Drop(ModelName.parse(name), false, "ada");
  }
}
