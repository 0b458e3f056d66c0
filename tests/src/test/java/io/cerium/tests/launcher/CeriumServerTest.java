package io.cerium.tests.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/cerium-server} as a process, met by Hive's JDBC driver. */
class CeriumServerTest {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** A socket's state in the kernel's tables. */
  private static final String LISTENS = "0A";

  /** 127.0.0.1, the same as an address of IPv6, and ::1. */
  private static final Set<String> LOOPBACK =
      Set.of("0100007F", "0000000000000000FFFF00000100007F", "00000000000000000000000001000000");

  @TempDir Path folder;
  private Process server;
  private String url;

  @BeforeEach
  void start() throws Exception {
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    server =
        Launcher.of("cerium-server", folder)
            .start(out, err, "--port", "0", "--data", folder.resolve("data").toString());
    await().atMost(PATIENCE).until(() -> Files.readString(out).endsWith("\n") || !server.isAlive());
    url = Files.readString(out).strip();
    assertThat(url).as(Files.readString(err)).matches("jdbc:hive2://127\\.0\\.0\\.1:\\d+");
  }

  @AfterEach
  void stop() {
    server.destroyForcibly();
  }

  @Test
  void aModelOfOneConnectionAnswersAnother() throws Exception {
    try (Connection first = DriverManager.getConnection(url);
        Statement statement = first.createStatement()) {
      statement.execute(
          "CREATE MODEL efficientnet USING onnx"
              + " LOCATION '${examples}/models/efficientnet-lite0/efficientnet-lite0.onnx'"
              + " OPTIONS (labels = '${examples}/models/efficientnet-lite0/labels.txt',"
              + " resize = 256, crop = 224, scale = 1, mean = 127, std = 128)");
    }
    try (Connection second = DriverManager.getConnection(url);
        Statement statement = second.createStatement()) {
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT predict(efficientnet, content).label FROM"
                  + " binaryFile.`${examples}/photos/panda.jpg`")) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getString(1)).isEqualTo("giant panda");
        assertThat(rows.next()).isFalse();
      }
      assertThatThrownBy(() -> statement.executeQuery("SELECT predict('efficientnot', X'00')"))
          .isInstanceOfSatisfying(
              SQLException.class, failure -> assertThat(failure.getSQLState()).isEqualTo("42704"))
          .hasMessageContaining("[MODEL_NOT_FOUND]")
          .hasMessageContaining("efficientnet");
    }
    everythingListensOnThisMachineAlone();
    aShellIsToldOfTheServer();
    itStopsWhenAsked();
  }

  /** By the kernel's tables of sockets (proc(5)): address and port in hexadecimal, state, inode. */
  private void everythingListensOnThisMachineAlone() throws Exception {
    Set<String> sockets = new HashSet<>();
    try (Stream<Path> files = Files.list(Path.of("/proc/" + server.pid() + "/fd"))) {
      for (Path file : files.toList()) {
        if (Files.isSymbolicLink(file)) {
          sockets.add(
              Files.readSymbolicLink(file).toString().replaceAll("socket:\\[(\\d+)]", "$1"));
        }
      }
    }
    List<String> listening = new ArrayList<>();
    for (String table : List.of("tcp", "tcp6")) {
      for (String line : Files.readAllLines(Path.of("/proc/net/" + table))) {
        String[] words = line.strip().split("\\s+");
        if (words[3].equals(LISTENS) && sockets.contains(words[9])) {
          listening.add(words[1].substring(0, words[1].indexOf(':')));
        }
      }
    }
    assertThat(listening).hasSizeGreaterThan(2);
    assertThat(LOOPBACK).containsAll(listening);
  }

  private void aShellIsToldOfTheServer() throws Exception {
    Launcher.Run shell =
        Launcher.of("cerium-sql", folder).run("", "--data", "data", "-e", "SELECT 1");
    assertThat(shell.status()).isEqualTo(2);
    assertThat(shell.err())
        .contains("is in use by process " + server.pid(), "connect to " + url, "--data DIR");
  }

  private void itStopsWhenAsked() throws Exception {
    server.destroy();
    assertThat(server.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readString(folder.resolve("err.txt")))
        .contains("Any user of this machine can connect, without a password")
        .doesNotContain("Exception");
    assertThat(
            Launcher.of("cerium-sql", folder).run("", "--data", "data", "-e", "SHOW MODELS").out())
        .contains("efficientnet");
    assertThat(folder.resolve("derby.log")).doesNotExist();
  }
}
