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
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/cerium-server} as a process, met by Hive's JDBC driver. */
class CeriumServerTest {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** One of this machine that reaches nothing that listens on 127.0.0.1. */
  private static final String ANOTHER_ADDRESS = "127.0.0.2";

  @TempDir Path folder;
  private Process server;
  private String url;

  private void start(String... words) throws Exception {
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    String[] all =
        Stream.concat(Stream.of("--port", "0", "--data", "data"), Stream.of(words))
            .toArray(String[]::new);
    server = Launcher.of("cerium-server", folder).start(out, err, all);
    await().atMost(PATIENCE).until(() -> Files.readString(out).endsWith("\n") || !server.isAlive());
    url = Files.readString(out).strip();
    assertThat(url).as(Files.readString(err)).matches("jdbc:hive2://[a-z0-9.]+:\\d+");
  }

  @AfterEach
  void stop() {
    server.destroyForcibly();
  }

  @Test
  void aModelOfOneConnectionAnswersAnother() throws Exception {
    start();
    assertThat(url).startsWith("jdbc:hive2://127.0.0.1:");
    try (Connection first = DriverManager.getConnection(url, "anna", "");
        Statement statement = first.createStatement()) {
      statement.execute(
          "CREATE MODEL efficientnet USING onnx"
              + " LOCATION '${examples}/models/efficientnet-lite0/efficientnet-lite0.onnx'"
              + " OPTIONS (labels = '${examples}/models/efficientnet-lite0/labels.txt',"
              + " resize = 256, crop = 224, scale = 1, mean = 127, std = 128)");
    }
    try (Connection second = DriverManager.getConnection(url, "ben", "");
        Statement statement = second.createStatement()) {
      statement.execute(
          "CREATE MODEL by_ben USING onnx"
              + " LOCATION '${examples}/models/efficientnet-lite0/efficientnet-lite0.onnx'");
      assertThat(creator(statement, "efficientnet")).isEqualTo("anna");
      assertThat(creator(statement, "by_ben")).isEqualTo("ben");
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

  private static String creator(Statement statement, String model) throws SQLException {
    try (ResultSet rows = statement.executeQuery("DESCRIBE MODEL EXTENDED " + model)) {
      while (rows.next()) {
        if (rows.getString(1).equals("created_by")) {
          return rows.getString(2);
        }
      }
    }
    throw new AssertionError("no created_by of " + model);
  }

  private void everythingListensOnThisMachineAlone() throws Exception {
    assertThat(ListeningSockets.ofThisMachine(server.toHandle()))
        .hasSizeGreaterThan(2)
        .contains(port());
    assertThat(ListeningSockets.ofTheNetwork(server.toHandle())).isEmpty();
  }

  private int port() {
    return Integer.parseInt(url.substring(url.lastIndexOf(':') + 1));
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

  @Test
  void theHostThatWasAskedForIsOpenAndNothingElse() throws Exception {
    start("--host", "0.0.0.0");

    assertThat(url).startsWith("jdbc:hive2://localhost:");
    assertThat(Files.readString(folder.resolve("err.txt")))
        .contains("Anyone on the network who reaches this port can connect, without a password");
    assertThat(ListeningSockets.ofTheNetwork(server.toHandle())).containsExactly(port());
    assertThat(ListeningSockets.ofThisMachine(server.toHandle())).isNotEmpty();
    try (Connection connection =
            DriverManager.getConnection(url.replace("localhost", ANOTHER_ADDRESS));
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT 42")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getInt(1)).isEqualTo(42);
    }
  }
}
