package io.cerium.registry.file;

import io.cerium.registry.RegistryChange.AddVersion;
import io.cerium.registry.RegistryChange.IfExists;
import io.cerium.registry.StagedArtifact;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/** A Java process of its own that adds versions to a model. */
final class WriterProcess {
  private WriterProcess() {}

  /**
   * Adds the versions, one commit each.
   *
   * @param args registry, name of the model, file, how many versions, how many labels
   */
  public static void main(String[] args) {
    FileModelRegistry registry = new FileModelRegistry(args[0], new Configuration());
    List<String> labels = Collections.nCopies(Integer.parseInt(args[4]), "a label");
    for (int i = 0; i < Integer.parseInt(args[3]); i++) {
      try (StagedArtifact staged = registry.stage(args[2])) {
        AddVersion add = Models.addition(args[1], IfExists.ADD_VERSION, staged);
        registry.commit(
            new AddVersion(
                add.name(),
                add.ifExists(),
                staged,
                add.provider(),
                add.signature(),
                add.options(),
                labels,
                add.comment(),
                add.user()));
      }
    }
  }

  static Process start(Path registry, Path artifact, int versions) throws IOException {
    return start(registry, artifact, versions, 2, "unlimited");
  }

  /**
   * @param largestFile that it may write, in KiB, or {@code unlimited}
   */
  static Process start(Path registry, Path artifact, int versions, int labels, String largestFile)
      throws IOException {
    String limited = "ulimit -f " + largestFile + " && exec \"$@\"";
    List<String> command = new ArrayList<>(List.of("bash", "-c", limited, "bash"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx64m", "-XX:-UsePerfData", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(WriterProcess.class.getName());
    command.addAll(List.of(registry.toString(), "m", artifact.toString()));
    command.addAll(List.of(Integer.toString(versions), Integer.toString(labels)));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }
}
