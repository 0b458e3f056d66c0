package io.cerium.registry.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cerium.engine.digest.Sha256;
import io.cerium.engine.error.CeriumException;
import io.cerium.registry.StagedArtifact;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArtifactStagingTest {
  @TempDir Path folder;
  private final ArtifactStaging staging = new ArtifactStaging(new Configuration());

  private void assertNotFound(String location, String reason) {
    assertThatThrownBy(() -> staging.stage(location))
        .isInstanceOf(CeriumException.class)
        .hasMessageStartingWith("[ARTIFACT_NOT_FOUND] No file can be read at '" + location + "': ")
        .hasMessageContaining(reason);
  }

  @Test
  void theCopyIsPrivateAndGoesWhenClosed() throws IOException {
    Path artifact = Models.artifact(folder, "weights");
    Path file;
    try (StagedArtifact staged = staging.stage(artifact.toString())) {
      file = staged.file();
      assertThat(file).hasContent("weights").isNotEqualTo(artifact);
      assertThat(staged.digest()).isEqualTo(Sha256.of("weights".getBytes(UTF_8)));
      assertThat(staged.bytes()).isEqualTo(7);
      assertThat(Files.getPosixFilePermissions(file.getParent()))
          .isEqualTo(PosixFilePermissions.fromString("rwx------"));
      Files.writeString(artifact, "changed");
      assertThat(file).hasContent("weights");
      staged.close();
    }
    assertThat(file.getParent()).doesNotExist();
    assertThat(artifact).exists();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"with space.onnx", "50%25.onnx", "ünï 模型.onnx", "a#b?c.onnx", "[x]*.onnx"})
  void anyFileNameWillDoPlainAndAsUri(String name) throws IOException {
    Path artifact = Files.writeString(folder.resolve(name), "weights");
    for (String location : new String[] {artifact.toString(), "file:" + artifact}) {
      try (StagedArtifact staged = staging.stage(location)) {
        assertThat(staged.file()).hasContent("weights");
        assertThat(staged.location()).isEqualTo(location);
      }
    }
  }

  @Test
  void aRelativePathStartsAtTheWorkingFolder() {
    try (StagedArtifact staged = staging.stage("pom.xml")) {
      assertThat(staged.file()).hasSameBinaryContentAs(Path.of("pom.xml"));
    }
  }

  @Test
  void ofARelativePathThatIsNotThereItSaysTheFolder() {
    assertNotFound(
        "nosuch/m.onnx", "there is no such file in '" + Path.of("").toAbsolutePath() + "'.");
  }

  @ParameterizedTest
  @CsvSource({"s3://bucket/m.onnx, s3", "hf://org/model, hf", "models:/churn/1, models"})
  void ofASchemeThatNothingReadsItSaysThatALibraryIsMissing(String location, String scheme) {
    assertNotFound(location, "no library that reads '" + scheme + ":' is installed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:1/m.onnx",
        "HTTPS://models.example/m.onnx",
        "ftp://127.0.0.1:1/m.onnx",
        "sftp://127.0.0.1:1/m.onnx",
        "har://http-127.0.0.1:1/m.har/m.onnx",
        "har://har-ht%74p-127.0.0.1:1/outer.har/inner.har/m.onnx",
        "HAR://Ftp-127.0.0.1:1/m.har/m.onnx",
        "har://har-har-https-127.0.0.1:1/outer.har/inner.har/m.onnx"
      })
  void webAndFtpServersAreNotRead(String location) {
    assertNotFound(
        location, "files of web and FTP servers are not read, so download it and name the copy.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"m.onnx", "har:///m.har/m.onnx"})
  void neitherAreTheyAsTheDefault(String location) {
    Configuration configuration = new Configuration();
    configuration.set("fs.defaultFS", "ftp://127.0.0.1:1");
    assertThatThrownBy(() -> new ArtifactStaging(configuration).stage(location))
        .hasMessageContaining("files of web and FTP servers are not read");
  }

  @Test
  void archivesElsewhereAreRead() {
    assertNotFound("har://" + folder + "/models.har/m.onnx", "No index file in");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/dev/zero", "file:/dev/random"})
  void whatNeverEndsIsNotCopied(String location) {
    assertNotFound(location, "it is no regular file.");
  }

  @Test
  @Timeout(60)
  void aPipeIsNotWaitedFor() throws Exception {
    Path pipe = folder.resolve("m.onnx");
    makePipe(pipe);
    assertNotFound(pipe.toString(), "it is no regular file.");
    assertNotFound(folder.toString(), "it is no regular file.");
    Files.delete(pipe);
    Files.writeString(pipe, "weights");
    makePipe(folder.resolve(".m.onnx.crc"));
    assertNotFound(pipe.toString(), "its checksums in the file beside it are no regular file.");
  }

  private static void makePipe(Path path) throws IOException, InterruptedException {
    Process made = new ProcessBuilder("mkfifo", path.toString()).inheritIO().start();
    assertThat(made.waitFor()).isZero();
  }

  @Test
  void moreBytesThanTheFileHasAreNotCopied() {
    byte[] endless = new byte[100];
    assertThatThrownBy(
            () -> LocalCopy.of("m.onnx", new ByteArrayInputStream(endless), endless.length - 1))
        .isInstanceOf(IOException.class)
        .hasMessage("it gives more than the 99 bytes that it has");
  }

  @Test
  void aFolderStandsForItsOnlyModel() throws IOException {
    Path inside = Files.createDirectory(folder.resolve("exported"));
    Files.writeString(inside.resolve("labels.txt"), "cat");
    assertNotFound(inside.toString(), "it is a folder with no .onnx file, so name the file.");
    Files.writeString(inside.resolve("Model.ONNX"), "weights");
    try (StagedArtifact staged = staging.stage(inside.toString())) {
      assertThat(staged.file()).hasContent("weights");
    }
    Files.writeString(inside.resolve("other.onnx"), "weights");
    assertNotFound(inside.toString(), "it is a folder with 2 .onnx files, so name the file.");
  }

  @Test
  void aSavedModelStandsForItsFolderWhereNoModelIs() throws IOException {
    Files.createDirectory(folder.resolve("variables"));
    Files.writeString(folder.resolve("saved_model.pb"), "graph");
    try (StagedArtifact staged = staging.stage(folder.toString())) {
      assertThat(staged.file()).hasContent("graph");
      assertThat(staged.location()).isEqualTo(folder.toString());
    }
    Files.writeString(folder.resolve("m.onnx"), "weights");
    try (StagedArtifact staged = staging.stage(folder.toString())) {
      assertThat(staged.file()).hasContent("weights");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/no/such/model.onnx|there is no such file",
        "~/model.onnx|there is no such file",
        "'file:/no/such/50%25.onnx'|there is no such file",
        "''|it is no path",
        "a:b|it is no path",
        "nothing://host/model.onnx|no library that reads 'nothing:' is installed",
        "s3a://bucket/model.onnx|no library that reads 's3a:' is installed"
      })
  void whatCannotBeReadIsTold(String location, String reason) {
    assertNotFound(location, reason);
  }

  @Test
  void aFileWithoutRightsIsTold() throws IOException {
    Path artifact = Models.artifact(folder, "weights");
    Files.setPosixFilePermissions(artifact, PosixFilePermissions.fromString("---------"));
    Assumptions.assumeFalse(Files.isReadable(artifact), "root reads everything");
    assertNotFound(artifact.toString(), "permission denied");
  }

  @ParameterizedTest
  @CsvSource({"file:///no@pw/m?sig=secret", "nothing://key:secret@bucket/m"})
  void noSecretIsKeptOrShown(String location) {
    CeriumException error =
        catchThrowableOfType(CeriumException.class, () -> staging.stage(location));
    StringWriter trace = new StringWriter();
    error.printStackTrace(new PrintWriter(trace));
    assertThat(trace.toString()).contains("[ARTIFACT_NOT_FOUND]", "***").doesNotContain("secret");
  }

  @Test
  void aSignatureIsNoPartOfTheSource() throws IOException {
    Path artifact = Files.writeString(folder.resolve("m.onnx?sig=secret"), "weights");
    try (StagedArtifact staged = staging.stage(artifact.toString())) {
      assertThat(staged.location()).isEqualTo(folder.resolve("m.onnx?sig=***").toString());
    }
  }

  @Test
  void aCancelledStatementSaysSo() throws IOException {
    Path artifact = Models.artifact(folder, "weights");
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> staging.stage(artifact.toString()))
        .hasMessageContaining("the statement was cancelled");
    assertThat(Thread.interrupted()).isTrue();
  }
}
