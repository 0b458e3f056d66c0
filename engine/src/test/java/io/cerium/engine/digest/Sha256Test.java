package io.cerium.engine.digest;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class Sha256Test {
  /** Of "abc", as FIPS 180-2 tells it. */
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @Test
  void isThatOfTheStandard() throws IOException {
    byte[] abc = "abc".getBytes(US_ASCII);
    assertThat(Sha256.of(abc)).isEqualTo(ABC);
    Sha256.Content content = Sha256.read(new ByteArrayInputStream(abc));
    assertThat(content.hex()).isEqualTo(ABC);
    assertThat(content.bytes()).isEqualTo(3);
  }
}
