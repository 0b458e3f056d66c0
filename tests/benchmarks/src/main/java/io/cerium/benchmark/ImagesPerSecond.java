package io.cerium.benchmark;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Photos a second by SQL, as a ratio to the raw limit that is measured in the same run: a process
 * for each side, which take turns. {@code docs/benchmarks.md} tells the method.
 */
public final class ImagesPerSecond {
  private static final Duration LIMIT = Duration.ofHours(2);
  private static final double SAME_SCORE = 1e-3;

  private final Options options;
  private final Report report;
  private final int seconds;
  private final Map<String, Fork> sides = new LinkedHashMap<>();

  private ImagesPerSecond(Options options, Report report) {
    this.options = options;
    this.report = report;
    this.seconds = options.number("seconds", 60);
  }

  public static void main(String[] arguments) {
    Options options =
        Options.parse(
            arguments,
            Set.of(
                "networks",
                "sides",
                "seconds",
                "warm-up-seconds",
                "pairs",
                "search-seconds",
                "heap",
                "profile"));
    Report report = new Report(System.out);
    report.machine();
    for (String name : options.list("networks", Network.SHIPPED + "," + Network.RESNET)) {
      new ImagesPerSecond(options, report).measure(Network.resolve(name));
    }
  }

  private void measure(Network network) {
    report.title(network.name());
    try {
      int photos = prepare(network);
      start(network);
      List<Map<String, Reply>> rounds = new ArrayList<>();
      for (int pair = 0; pair < options.number("pairs", 5); pair++) {
        Map<String, Reply> round = new LinkedHashMap<>();
        sides.forEach((side, fork) -> round.put(side, fork.ask("run " + photos, LIMIT)));
        rounds.add(round);
        report.round(pair + 1, round);
      }
      report.summary(rounds);
    } finally {
      sides.values().forEach(Fork::close);
    }
  }

  /** Finds the raw limit and writes as many photos as it answers in the wanted time. */
  private int prepare(Network network) {
    Fork raw = fork("raw", network);
    sides.put("raw", raw);
    Reply best = raw.ask("search " + options.number("search-seconds", 5), LIMIT);
    for (String trial : best.text("tried").split(";", -1)) {
      report.line("tried " + trial);
    }
    report.line("raw limit: " + best.text("setting"));
    int perFile = PhotoTable.photosPerFile(Photos.contents().size());
    int processors = Runtime.getRuntime().availableProcessors();
    double wanted = best.number("photos-per-second") * seconds / perFile;
    int files = processors * (int) Math.max(1, Math.ceil(wanted / processors));
    write(warmUp(network), processors);
    write(table(network), files);
    report.line("table: " + files * perFile + " photos in " + files + " Parquet files");
    return files * perFile;
  }

  private void write(Path folder, int files) {
    try (Fork writer =
        Fork.start(
            "writer",
            heap(),
            PhotoTable.class,
            List.of(folder.toString(), Integer.toString(files)))) {
      writer.awaitEnd(LIMIT);
    }
  }

  /** Starts the other sides, compares what they answer, and warms all of them up. */
  private void start(Network network) {
    for (String side : options.list("sides", "sql,udf")) {
      sides.put(side, fork(side, network));
    }
    double expected = sides.get("raw").ask("check", LIMIT).number("mean-score");
    sides.forEach(
        (side, fork) -> {
          double score = fork.ask("check", LIMIT).number("mean-score");
          if (Math.abs(score - expected) > SAME_SCORE) {
            throw new IllegalStateException(
                side + " has a mean score of " + score + ", raw one of " + expected);
          }
          fork.ask("warm-up " + options.number("warm-up-seconds", seconds), LIMIT);
        });
    report.line("mean score of the winners, the same for all sides: " + expected);
  }

  private Fork fork(String side, Network network) {
    List<String> java = new ArrayList<>(heap());
    if (options.list("profile", "").contains(side)) {
      Path recording = Folders.target().resolve(network.name() + "-" + side + ".jfr");
      java.add("-XX:StartFlightRecording=settings=profile,filename=" + recording);
      report.line("profile: " + recording);
    }
    List<String> arguments =
        List.of(side, network.name(), warmUp(network).toString(), table(network).toString());
    return Fork.start(network.name() + "-" + side, java, SideProgram.class, arguments);
  }

  private List<String> heap() {
    return List.of("-Xmx" + options.text("heap", "1g"));
  }

  private static Path warmUp(Network network) {
    return Folders.target().resolve("photos-" + network.name() + "-warm-up");
  }

  private static Path table(Network network) {
    return Folders.target().resolve("photos-" + network.name());
  }
}
