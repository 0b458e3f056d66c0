package io.cerium.server;

import com.google.common.base.Throwables;
import io.cerium.launch.UsageException;
import java.net.InetAddress;
import org.apache.hive.service.Service;
import org.apache.hive.service.ServiceException;
import org.apache.hive.service.cli.thrift.ThriftCLIService;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.hive.thriftserver.HiveThriftServer2;
import org.apache.spark.sql.hive.thriftserver.HiveThriftServer2$;

/** Spark's Thrift server inside this process; every connection gets a session of its own. */
final class JdbcService implements AutoCloseable {
  private final HiveThriftServer2 server;
  private final ThriftCLIService door;

  private JdbcService(HiveThriftServer2 server, ThriftCLIService door) {
    this.server = server;
    this.door = door;
  }

  /**
   * Starts the service; its socket is open when this returns.
   *
   * @throws UsageException if it cannot listen there
   */
  static JdbcService start(SparkSession session) {
    try {
      HiveThriftServer2 server = HiveThriftServer2$.MODULE$.startWithContext(session.sqlContext());
      for (Service service : server.getServices()) {
        if (service instanceof ThriftCLIService door) {
          return new JdbcService(server, door);
        }
      }
      throw new IllegalStateException("the Thrift server has no service for clients");
    } catch (ServiceException e) {
      Throwable root = Throwables.getRootCause(e);
      throw new UsageException(
          "The server cannot listen: " + root.getMessage() + ". Choose another --host or --port.",
          e);
    }
  }

  /** What it listens on. */
  InetAddress address() {
    return door.getServerIPAddress();
  }

  /** Where clients connect. */
  String url() {
    return url(address(), door.getPortNumber());
  }

  static String url(InetAddress address, int port) {
    String host = address.isAnyLocalAddress() ? "localhost" : address.getHostAddress();
    return "jdbc:hive2://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }

  @Override
  public void close() {
    server.stop();
  }
}
