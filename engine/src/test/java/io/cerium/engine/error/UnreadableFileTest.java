package io.cerium.engine.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnreadableFileTest {
  @TempDir Path folder;

  @Test
  void aFileThatIsNotThereIsToldInWords() {
    Path missing = folder.resolve("missing.onnx");
    assertThatThrownBy(() -> Files.readAllBytes(missing))
        .isInstanceOfSatisfying(
            IOException.class,
            e ->
                assertThat(UnreadableFile.at("models/missing.onnx", e))
                    .hasMessageContaining(
                        "No file can be read at 'models/missing.onnx': there is no such file.")
                    .hasCause(e));
  }

  @Test
  void otherwiseTheCauseIsQuoted() {
    assertThat(UnreadableFile.at("m", new IOException("the disk is on fire")))
        .hasMessageContaining("'m': the disk is on fire.");
    assertThat(UnreadableFile.at("m", new IOException()).code())
        .isEqualTo(ErrorCode.ARTIFACT_NOT_FOUND);
  }
}
