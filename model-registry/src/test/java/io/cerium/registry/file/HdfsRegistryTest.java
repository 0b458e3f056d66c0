package io.cerium.registry.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerium.engine.model.ModelSource;
import io.cerium.registry.ModelName;
import io.cerium.registry.ModelRecord;
import io.cerium.registry.ModelVersion;
import io.cerium.registry.RegistryChange.IfExists;
import io.cerium.registry.RegistrySnapshot;
import io.cerium.registry.StagedArtifact;
import java.io.IOException;
import java.nio.file.Path;
import java.security.PrivilegedAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.apache.hadoop.security.UserGroupInformation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The registry on a real HDFS, in this process. */
@Timeout(120)
class HdfsRegistryTest {
  @TempDir static Path disks;
  private static MiniDFSCluster cluster;
  private static FileSystem files;

  @TempDir Path folder;
  private String root;

  @BeforeAll
  static void start() throws IOException {
    Configuration configuration = new Configuration();
    configuration.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, disks.toString());
    cluster = new MiniDFSCluster.Builder(configuration).numDataNodes(1).build();
    cluster.waitActive();
    files = cluster.getFileSystem();
  }

  @AfterAll
  static void stop() {
    cluster.shutdown();
  }

  @BeforeEach
  void nameRoot(TestInfo test) {
    root =
        files.getUri() + "/models of/" + test.getTestMethod().orElseThrow().getName() + " 50%25 é";
  }

  private FileModelRegistry reopened() {
    return new FileModelRegistry(root, new Configuration());
  }

  @Test
  void aModelIsServedFromMemory() throws IOException {
    Models.add(reopened(), "a/b", IfExists.FAIL, Models.artifact(folder, "weights"));
    ModelVersion version = reopened().snapshot().resolve(ModelName.of("A/B")).defaultModelVersion();
    ModelSource.Bytes source = (ModelSource.Bytes) reopened().artifact(version);
    assertThat(source.bytes()).isEqualTo("weights".getBytes(UTF_8));
    assertThat(files.listStatus(new org.apache.hadoop.fs.Path(root, "tmp"))).isEmpty();
  }

  @Test
  void anArtifactIsStagedFromHdfs() throws IOException {
    org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(root, "in/model.onnx");
    try (FSDataOutputStream out = files.create(path)) {
      out.write("weights".getBytes(UTF_8));
    }
    for (String location : List.of(path.toString(), path.getParent().toString())) {
      try (StagedArtifact staged = reopened().stage(location)) {
        assertThat(staged.file()).hasContent("weights");
      }
    }
    assertThatThrownBy(() -> reopened().stage(path + ".missing"))
        .hasMessageContaining("[ARTIFACT_NOT_FOUND]")
        .hasMessageContaining("there is no such file");
  }

  @Test
  void writersGetDistinctVersions() throws Exception {
    Path artifact = Models.artifact(folder, "weights");
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<RegistrySnapshot>> commits = new ArrayList<>();
      for (int thread = 0; thread < 8; thread++) {
        FileModelRegistry registry = reopened();
        Callable<RegistrySnapshot> add =
            () -> Models.add(registry, "m", IfExists.ADD_VERSION, artifact);
        for (int i = 0; i < 5; i++) {
          commits.add(threads.submit(add));
        }
      }
      for (Future<RegistrySnapshot> commit : commits) {
        commit.get(100, TimeUnit.SECONDS);
      }
    } finally {
      threads.shutdownNow();
    }
    ModelRecord model = reopened().snapshot().resolve(ModelName.of("m"));
    assertThat(model.versions())
        .extracting(ModelVersion::version)
        .isEqualTo(IntStream.rangeClosed(1, 40).boxed().toList());
  }

  @Test
  void aDamagedArtifactIsNotServed() throws IOException {
    Models.add(reopened(), "m", IfExists.FAIL, Models.artifact(folder, "weights"));
    ModelVersion version = reopened().snapshot().resolve(ModelName.of("m")).defaultModelVersion();
    org.apache.hadoop.fs.Path blob =
        new RegistryLayout(new org.apache.hadoop.fs.Path(root)).blob(version.digest());
    try (FSDataOutputStream out = files.create(blob, true)) {
      out.write("weightS".getBytes(UTF_8));
    }
    assertThatThrownBy(() -> reopened().artifact(version))
        .hasMessageContaining("[REGISTRY_CORRUPT]");
    ModelVersion huge =
        new ModelVersion(
            1,
            "onnx",
            version.digest(),
            3L << 30,
            Models.SIGNATURE,
            Map.of(),
            List.of(),
            "in/huge.onnx",
            version.createdAt(),
            "ada");
    assertThatThrownBy(() -> reopened().artifact(huge))
        .hasMessageContaining(
            "[ARTIFACT_UNSUPPORTED] The model at 'in/huge.onnx' cannot be served");
    files.delete(blob, false);
    assertThatThrownBy(() -> reopened().artifact(version)).hasMessageContaining("' is gone");
  }

  @Test
  void rightsAreThoseOfHdfs() throws IOException {
    Models.add(reopened(), "m", IfExists.FAIL, Models.artifact(folder, "weights"));
    UserGroupInformation stranger = UserGroupInformation.createRemoteUser("stranger");
    Path artifact = Models.artifact(folder, "weights");
    stranger.doAs(
        (PrivilegedAction<Void>)
            () -> {
              assertThat(reopened().snapshot().models()).hasSize(1);
              assertThatThrownBy(() -> Models.add(reopened(), "m", IfExists.ADD_VERSION, artifact))
                  .hasMessageContaining("[REGISTRY_UNAVAILABLE]")
                  .hasMessageContaining("cannot be written: Permission denied: user=stranger")
                  .hasMessageNotContaining("\n");
              return null;
            });
    String location = new RegistryLayout(new org.apache.hadoop.fs.Path(root)).commit(1).toString();
    files.setPermission(new org.apache.hadoop.fs.Path(location), new FsPermission((short) 0600));
    stranger.doAs(
        (PrivilegedAction<Void>)
            () -> {
              assertThatThrownBy(() -> reopened().stage(location))
                  .hasMessageContaining("[ARTIFACT_NOT_FOUND]")
                  .hasMessageContaining("Permission denied: user=stranger, access=READ");
              return null;
            });
    files.setPermission(new org.apache.hadoop.fs.Path(root), new FsPermission((short) 0700));
    stranger.doAs(
        (PrivilegedAction<Void>)
            () -> {
              assertThatThrownBy(() -> reopened().snapshot())
                  .hasMessageContaining("cannot be read: Permission denied: user=stranger");
              return null;
            });
  }
}
