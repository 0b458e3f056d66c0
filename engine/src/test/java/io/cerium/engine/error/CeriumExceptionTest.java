package io.cerium.engine.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class CeriumExceptionTest {
  private static CeriumException causedBy(Throwable cause) {
    return CeriumException.causedBy(
        cause, ErrorCode.INFERENCE_FAILED, "model", "m", "reason", "it did", "remedy", "None.");
  }

  @Test
  void keepsItsCause() {
    IOException cause = new IOException("gone");
    assertThat(causedBy(cause)).hasCause(cause);
  }

  @Test
  void leavesOutACauseThatWouldEndTheProcess() {
    assertThat(causedBy(new OutOfMemoryError("Java heap space"))).hasNoCause();
    assertThat(causedBy(new IllegalStateException(new OutOfMemoryError()))).hasNoCause();
  }

  @Test
  void leavesOutACauseThatTellsASecret() {
    assertThat(causedBy(new IOException("https://ann:secret@host/m.onnx"))).hasNoCause();
  }
}
