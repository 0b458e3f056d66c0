package io.cerium.server;

import io.cerium.launch.DataFolder;
import io.cerium.launch.LocalSpark;
import io.cerium.launch.StandardStreams;
import io.cerium.launch.UsageException;
import io.cerium.launch.Version;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** The program behind {@code bin/cerium-server}. */
public final class CeriumServer {
  private static final int WRONG_USE = 2;

  private CeriumServer() {}

  /** Serves until the process is told to stop; exits with 2 if it cannot begin. */
  public static void main(String[] words) {
    StandardStreams streams = StandardStreams.take();
    try {
      ServerOptions options = ServerOptions.parse(words);
      switch (options.request()) {
        case HELP -> streams.results().print(Version.text(CeriumServer.class, "usage.txt"));
        case VERSION -> streams.results().println(Version.line());
        case RUN -> serve(options, streams);
      }
      streams.results().flush();
      System.exit(0);
    } catch (UsageException e) {
      streams.notes().println("cerium-server: " + e.getMessage());
      System.exit(WRONG_USE);
    }
  }

  private static void serve(ServerOptions options, StandardStreams streams) {
    try (StopRequest stop = StopRequest.listen();
        DataFolder data = DataFolder.open(options.data(), "cerium-server");
        SparkSession session = LocalSpark.start("cerium-server", data, settings(options));
        JdbcService service = JdbcService.start(session)) {
      // Makes the metastore ready, so that the first client does not wait for it.
      session.sql("SHOW DATABASES").collectAsList();
      streams
          .notes()
          .println(AccessNotice.of(service.address(), session.sparkContext().sparkUser()));
      data.announce(service.url());
      streams.results().println(service.url());
      streams.results().flush();
      stop.await();
    }
  }

  private static Map<String, String> settings(ServerOptions options) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("spark.hadoop.hive.server2.thrift.bind.host", options.host());
    settings.put("spark.hadoop.hive.server2.thrift.port", Integer.toString(options.port()));
    settings.putAll(options.settings());
    return settings;
  }
}
