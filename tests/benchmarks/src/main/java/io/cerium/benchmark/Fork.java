package io.cerium.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Another Java process with this one's class path and options. Its log is a file. Closing closes
 * its standard input and waits for its end.
 */
final class Fork implements AutoCloseable {
  private static final long END_SECONDS = 60;

  private final String name;
  private final Path log;
  private final Process process;
  private final BufferedReader replies;
  private final Writer requests;

  private Fork(String name, Path log, Process process) {
    this.name = name;
    this.log = log;
    this.process = process;
    this.replies = process.inputReader();
    this.requests = process.outputWriter();
  }

  /**
   * Starts a process.
   *
   * @param name of the log's file
   * @param javaOptions beside those of this process, whose heap options are left out
   */
  static Fork start(String name, List<String> javaOptions, Class<?> main, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> !option.startsWith("-Xmx"))
        .forEach(command::add);
    command.addAll(javaOptions);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    Path log = Folders.target().resolve(name + ".log");
    try {
      Process process = new ProcessBuilder(command).redirectError(log.toFile()).start();
      return new Fork(name, log, process);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends a request and waits for its answer, for no longer than the limit. */
  Reply ask(String request, Duration limit) {
    try {
      requests.write(request + "\n");
      requests.flush();
      return CompletableFuture.supplyAsync(this::reply).get(limit.toSeconds(), TimeUnit.SECONDS);
    } catch (IOException | ExecutionException e) {
      throw failed("did not answer '" + request + "'", e);
    } catch (TimeoutException e) {
      process.destroyForcibly();
      throw failed("took more than " + limit + " for '" + request + "'", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed("was interrupted", e);
    }
  }

  /** The next line that is an answer: libraries may write to standard output too. */
  private Reply reply() {
    try {
      String line = replies.readLine();
      while (line != null && !line.startsWith(Reply.PREFIX)) {
        line = replies.readLine();
      }
      if (line == null) {
        throw failed("ended", null);
      }
      return Reply.ofLine(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private IllegalStateException failed(String what, Throwable cause) {
    return new IllegalStateException("'" + name + "' " + what + "; its log is " + log, cause);
  }

  /** Waits for the end of a program that ends by itself. */
  void awaitEnd(Duration limit) {
    try {
      if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw failed("did not end well", null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed("was interrupted", e);
    }
  }

  @Override
  public void close() {
    try {
      requests.close();
      process.waitFor(END_SECONDS, TimeUnit.SECONDS);
    } catch (IOException e) {
      throw failed("ended early", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      process.destroyForcibly();
    }
  }
}
