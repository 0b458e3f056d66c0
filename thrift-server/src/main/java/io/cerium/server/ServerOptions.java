package io.cerium.server;

import io.cerium.launch.Arguments;
import io.cerium.launch.DataFolder;
import io.cerium.launch.UsageException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the command line asks of the server.
 *
 * @param host to listen on
 * @param port to listen on; 0 for a free one
 * @param settings of Spark, given by the user
 */
record ServerOptions(
    String host, int port, Map<String, String> settings, Path data, Request request) {

  /** What is asked for. */
  enum Request {
    RUN,
    HELP,
    VERSION
  }

  static ServerOptions parse(String... words) {
    String host = "127.0.0.1";
    int port = 10000;
    Map<String, String> settings = new LinkedHashMap<>();
    Path data = DataFolder.usual();
    Request request = Request.RUN;
    Arguments arguments = new Arguments(words);
    while (!arguments.isEmpty()) {
      switch (arguments.nextOption()) {
        case "--host" -> host = arguments.value();
        case "--port" -> port = port(arguments.value());
        case "--conf" -> arguments.addSettingTo(settings);
        case "--data" -> data = arguments.path();
        case "--help", "-h" -> request = Request.HELP;
        case "--version" -> request = Request.VERSION;
        default -> throw arguments.unknownOption();
      }
    }
    return new ServerOptions(host, port, settings, data, request);
  }

  private static int port(String text) {
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65535) {
      throw new UsageException(
          "'" + text + "' is no port. Take a number from 1 to 65535, or 0 for a free one.");
    }
    return Integer.parseInt(text);
  }
}
