package io.cerium.engine.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskedTextTest {
  @ParameterizedTest
  @CsvSource({
    "s3a://key:secret@bucket/m.onnx, s3a://key:***@bucket/m.onnx",
    "s3a://key:se@c:r@t@bucket/m.onnx, s3a://key:***@bucket/m.onnx",
    "s3a://key:se/cr+et@bucket/m.onnx, s3a://key:***@bucket/m.onnx",
    "s3a://:secret@bucket, s3a://:***@bucket",
    "https://ada:pw@host:8443/m@1.onnx, https://ada:***@host:8443/m@1.onnx",
    "https://ada:1234@host/m, https://ada:***@host/m",
    "https://ghp_token@host/m, https://***@host/m",
  })
  void aPasswordIsMasked(String location, String shown) {
    assertThat(MaskedText.of(location)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "https://h/m?sv=2022&sig=a%2Fb%3D&sp=r, https://h/m?sv=2022&sig=***&sp=r",
    "https://h/m?X-Amz-Signature=ab&X-Amz-Credential=c/d#x, "
        + "https://h/m?X-Amz-Signature=***&X-Amz-Credential=***#x",
    "https://h/m?access_token=a.b-c, https://h/m?access_token=***",
    "wasbs://c@a/m?SIG=x, wasbs://c@a/m?SIG=***",
    "jdbc:x://h/db;user=u;password=p, jdbc:x://h/db;user=u;password=***",
  })
  void aSecretParameterIsMasked(String location, String shown) {
    assertThat(MaskedText.of(location)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "abfss://container@account/m.onnx",
        "hdfs://host:8020/a@b/m.onnx",
        "hdfs://host:8020",
        "http://[::1]:8080/a@b",
        "/plain/a:b@c",
        "a#b?c.onnx",
        "https://h/m?version=3&signed=yes",
        "SELECT a = 1 AND token = 'x' FROM t"
      })
  void allElseStaysAsItIs(String text) {
    assertThat(MaskedText.of(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "://a:b/",
        "://a:b",
        "://a",
        "a:b@",
        "?secret",
        "?token-",
        "?a=b",
        "https://a",
        "@",
        "://:@",
        "https://",
        ";passwd=",
        "&x-amz-"
      })
  void longTextsAreReadAtOnce(String part) {
    String text = part.repeat(300_000);
    assertTimeoutPreemptively(Duration.ofSeconds(10), () -> MaskedText.of(text));
    assertTimeoutPreemptively(Duration.ofSeconds(10), () -> MaskedText.of("s3a://u:p@h" + text));
  }

  @Test
  void aSecretIsFoundBehindOtherValues() {
    assertThat(MaskedText.of("https://h/m?a=b?token=c;d=e&key=f$1 g=h&auth="))
        .isEqualTo("https://h/m?a=b?token=***;d=e&key=*** g=h&auth=");
    assertThat(MaskedText.of("s3a://u:p$1@h/x@y and s3a://u:q@h"))
        .isEqualTo("s3a://u:***@h/x@y and s3a://u:***@h");
  }

  @Test
  void locationsAreFoundInsideOfText() {
    assertThat(
            MaskedText.of(
                "CREATE MODEL a FROM 's3a://k:s@b/m' OPTIONS (labels = 'https://h/l?sig=x')"))
        .isEqualTo(
            "CREATE MODEL a FROM 's3a://k:***@b/m' OPTIONS (labels = 'https://h/l?sig=***')");
  }

  @Test
  void noErrorTellsASecret() {
    Exception cause = new IllegalArgumentException("cannot open s3a://k:s@b/m");
    CeriumException error =
        CeriumException.causedBy(
            new IllegalStateException(cause),
            ErrorCode.ARTIFACT_NOT_FOUND,
            "location",
            "s3a://k:s@b/m",
            "reason",
            "denied for s3a://k:s@b/m");
    assertThat(error)
        .hasNoCause()
        .hasMessageContaining("at 's3a://k:***@b/m': denied for s3a://k:***@b/m.");
    assertThat(error.parameters()).containsEntry("location", "s3a://k:***@b/m");
  }

  @Test
  void aCauseWithoutASecretIsKept() {
    Exception cause = new IllegalArgumentException("no such file");
    assertThat(
            CeriumException.causedBy(
                cause, ErrorCode.ARTIFACT_NOT_FOUND, "location", "/m", "reason", "none"))
        .hasCause(cause);
  }
}
