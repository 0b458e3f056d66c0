package io.cerium.server;

import java.net.InetAddress;

/** Who can connect, told when the server is ready: no one is asked for a password. */
final class AccessNotice {
  private AccessNotice() {}

  /**
   * @param user as whom statements run
   */
  static String of(InetAddress address, String user) {
    String who =
        address.isLoopbackAddress()
            ? "Any user of this machine"
            : "Anyone on the network who reaches this port";
    return who
        + " can connect, without a password, and run statements with the rights of '"
        + user
        + "'.";
  }
}
