package io.cerium.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class AccessNoticeTest {
  @Test
  void itTellsWhoCanConnect() throws UnknownHostException {
    for (String loopback : new String[] {"127.0.0.1", "::1"}) {
      assertThat(AccessNotice.of(InetAddress.getByName(loopback), "ada"))
          .isEqualTo(
              "Any user of this machine can connect, without a password, and run statements with"
                  + " the rights of 'ada'.");
    }
    for (String open : new String[] {"0.0.0.0", "192.0.2.1"}) {
      assertThat(AccessNotice.of(InetAddress.getByName(open), "ada"))
          .startsWith(
              "Anyone on the network who reaches this port can connect, without a password");
    }
  }
}
