package io.cerium.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerium.launch.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerOptionsTest {
  @Test
  void listensOnThisMachineUnlessToldOtherwise() {
    assertThat(ServerOptions.parse().host()).isEqualTo("127.0.0.1");
    assertThat(ServerOptions.parse().port()).isEqualTo(10000);
    ServerOptions told = ServerOptions.parse("--host=0.0.0.0", "--port", "0", "--conf", "a=b");
    assertThat(told.host()).isEqualTo("0.0.0.0");
    assertThat(told.port()).isZero();
    assertThat(told.settings()).containsEntry("a", "b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "-1", "65536", "999999", ""})
  void aPortIsANumberThatThereIs(String port) {
    assertThatThrownBy(() -> ServerOptions.parse("--port", port))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("'" + port + "' is no port");
  }
}
