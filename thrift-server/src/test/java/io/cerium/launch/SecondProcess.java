package io.cerium.launch;

import java.nio.file.Path;

/** Tries to take a folder and says how it went. */
final class SecondProcess {
  private SecondProcess() {}

  public static void main(String[] words) {
    StandardStreams streams = StandardStreams.take();
    try (DataFolder folder = DataFolder.open(Path.of(words[0]), "second")) {
      streams.results().println(folder.history().getFileName() == null ? "lost" : "free");
    } catch (UsageException e) {
      streams.results().println(e.getMessage());
    }
    streams.results().flush();
  }
}
