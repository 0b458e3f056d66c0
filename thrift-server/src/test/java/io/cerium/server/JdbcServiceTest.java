package io.cerium.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdbcServiceTest {
  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, 127.0.0.1",
    "0.0.0.0, localhost",
    "::, localhost",
    "::1, [0:0:0:0:0:0:0:1]",
    "2001:db8::5, [2001:db8:0:0:0:0:0:5]",
  })
  void theUrlNamesAHostThatClientsReach(String listens, String host) throws UnknownHostException {
    assertThat(JdbcService.url(InetAddress.getByName(listens), 10000))
        .isEqualTo("jdbc:hive2://" + host + ":10000");
  }
}
