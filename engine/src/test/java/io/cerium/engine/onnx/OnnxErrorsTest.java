package io.cerium.engine.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnxruntime.OrtException;
import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages of the runtime, which hold names that a model's file gives. */
class OnnxErrorsTest {
  private static CeriumException soon(String message) {
    return assertTimeoutPreemptively(
        Onnx.SOON, () -> OnnxErrors.loadFailed("m.onnx", new OrtException(message)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "/a", "a.", "a:", "/a.cc", "/a.cc:1 ", "b.a:c(1)", "a[", "a("})
  void longNamesAreReadAtOnce(String part) {
    String name = part.repeat(100_000 / part.length());
    assertThat(soon("Type Error: in node (" + name + ")").getMessage()).hasSizeLessThan(2_500);
    assertThat(soon("No Op registered for " + name).getMessage()).hasSizeLessThan(2_500);
    assertThat(soon(name + "/").getMessage()).hasSizeLessThan(2_500);
  }

  @Test
  void anOperatorOfALongNameIsToldByItsBeginning() {
    ModelProto model =
        Onnx.model(Onnx.node("a".repeat(100_000), "x", "y").setDomain("my").build()).build();
    Onnx.assertRefusedSoon(
        model.toByteArray(),
        ErrorCode.ARTIFACT_UNSUPPORTED,
        "it uses the operator '" + "a".repeat(200) + "' of");
  }

  @Test
  void whereInTheRuntimesSourceIsLeftOut() {
    assertThat(
            OnnxErrors.reason(
                new OrtException(
                    "Error code - ORT_FAIL - message: Exception: /src/core/graph/model.cc:12"
                        + " onnx::Model::Model(int) const [with T = int] it is wrong.")))
        .isEqualTo("Exception: it is wrong");
  }
}
