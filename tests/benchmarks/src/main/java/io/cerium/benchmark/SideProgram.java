package io.cerium.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The process of one side: reads requests from standard input, a line each, and answers each in a
 * line. Arguments: kind of side, name of the network, folders of the warm-up table and of the
 * table.
 */
public final class SideProgram {
  private SideProgram() {}

  public static void main(String[] arguments) throws IOException {
    Network network = Network.resolve(arguments[1]);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (Side side =
        switch (arguments[0]) {
          case "raw" -> new RawSide(network);
          case "sql" -> new SqlSide(SqlQuery.cerium(network, arguments[2], arguments[3]));
          case "udf" -> new SqlSide(SqlQuery.rowFunction(network, arguments[2], arguments[3]));
          default -> throw new IllegalArgumentException("no side '" + arguments[0] + "'");
        }) {
      String line = in.readLine();
      while (line != null) {
        out.println(answer(side, line.split(" ", -1)).toLine());
        line = in.readLine();
      }
    }
  }

  private static Reply answer(Side side, String[] request) {
    return switch (request[0]) {
      case "check" -> Reply.empty().with("mean-score", side.meanScore());
      case "search" -> ((RawSide) side).search(Integer.parseInt(request[1]));
      case "warm-up" -> {
        side.warmUp(Integer.parseInt(request[1]));
        yield Reply.empty().with("peak-rss-mb", Usage.peakMegabytes());
      }
      case "run" -> run(side, Integer.parseInt(request[1]));
      default -> throw new IllegalArgumentException("no request '" + request[0] + "'");
    };
  }

  private static Reply run(Side side, int photos) {
    double cpu = Usage.cpuSeconds();
    long begin = System.nanoTime();
    Reply reply = side.run(photos);
    double seconds = (System.nanoTime() - begin) / 1e9;
    return reply
        .with("seconds", seconds)
        .with("photos-per-second", photos / seconds)
        .with("cpu-seconds", Usage.cpuSeconds() - cpu)
        .with("peak-rss-mb", Usage.peakMegabytes());
  }
}
