package io.cerium.tests.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/cerium-sql} under the hands of a person at a terminal. */
class CeriumSqlTerminalTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String PROMPT = "\ncerium>";

  private static final String CREATE_MODEL =
      """
      CREATE MODEL efficientnet
      USING onnx LOCATION '${examples}/models/efficientnet-lite0/efficientnet-lite0.onnx'
      OPTIONS (labels = '${examples}/models/efficientnet-lite0/labels.txt',
               resize = 256, crop = 224, scale = 1, mean = 127, std = 128);
      """;

  private static final String DOG = "FROM binaryFile.`${examples}/photos/dog.jpg`";

  @TempDir Path folder;

  @BeforeAll
  static void prepare() throws Exception {
    Launcher.startOnce();
  }

  @Test
  void statementsAreTypedCompletedRecalledAndCancelled() throws Exception {
    assumeThat(Path.of("/usr/bin/script")).as("script, of util-linux").isExecutable();
    try (PseudoTerminal terminal = open()) {
      helpTellsWhatCanBeTyped(terminal);
      aStatementOfManyLinesIsAnsweredWithATable(terminal);
      itListensOnThisMachineAlone(terminal);
      aSecondShellIsToldWhoHoldsTheCatalog();
      tabCompletesKeywordsFunctionsAndModels(terminal);
      ctrlCEndsAStatementAndNotTheShell(terminal);
      arrowUpRecallsTheStatementBefore(terminal, "SELECT 1 + 1 AS two;", "\\|   2 \\|");

      terminal.type(PseudoTerminal.CTRL_D);
      assertThat(terminal.status(PATIENCE)).as(terminal.screen()).isZero();
    }
    assertThat(folder.resolve("data/history")).content().contains("SELECT 1 + 1 AS two;");

    try (PseudoTerminal terminal = open()) {
      arrowUpRecallsTheStatementBefore(terminal, "", "\\|   2 \\|");
      terminal.type("exit" + PseudoTerminal.ENTER);
      assertThat(terminal.status(PATIENCE)).as(terminal.screen()).isZero();
    }
  }

  private static void itListensOnThisMachineAlone(PseudoTerminal terminal) throws IOException {
    assertThat(ListeningSockets.ofThisMachine(terminal.program())).hasSizeGreaterThan(1);
    assertThat(ListeningSockets.ofTheNetwork(terminal.program())).isEmpty();
  }

  private PseudoTerminal open() throws IOException {
    PseudoTerminal terminal = PseudoTerminal.start("cerium-sql", folder, "--data", "data");
    terminal.await(
        PATIENCE, "End a statement with ; and the shell with Ctrl-D; help tells more\\." + PROMPT);
    return terminal;
  }

  private static void helpTellsWhatCanBeTyped(PseudoTerminal terminal) throws IOException {
    terminal.type("help" + PseudoTerminal.ENTER);
    terminal.await(PATIENCE, "DESCRIBE FUNCTION EXTENDED predict; .*exit the shell\\." + PROMPT);
  }

  private static void aStatementOfManyLinesIsAnsweredWithATable(PseudoTerminal terminal)
      throws IOException {
    terminal.type("SELECT 'a;b' AS -- no end;" + PseudoTerminal.ENTER);
    terminal.await(PATIENCE, "\n     ->");
    terminal.type("word;" + PseudoTerminal.ENTER);
    terminal.await(
        PATIENCE,
        """
        \\+------\\+
        \\| word \\|
        \\+------\\+
        \\| a;b  \\|
        \\+------\\+
        1 row in [0-9.]+ s"""
            + PROMPT);

    terminal.type(CREATE_MODEL.replace("\n", PseudoTerminal.ENTER));
    terminal.await(PATIENCE, "\\| efficientnet \\| .*\n1 row in [0-9.]+ s" + PROMPT);
    terminal.type("SELECT predict(efficientnet, content).label " + DOG + ";\r");
    terminal.await(
        PATIENCE,
        "German shepherd .*\n1 row in \\S+ s, 1 through models"
            + " \\(model \\S+ s, decode \\S+ s; limited by (model|decode|source)\\)"
            + PROMPT);
  }

  private void aSecondShellIsToldWhoHoldsTheCatalog() throws Exception {
    Launcher.Run second =
        Launcher.of("cerium-sql", folder).run("", "--data", "data", "-e", "SELECT 1");
    assertThat(second.status()).isEqualTo(2);
    assertThat(second.err())
        .containsPattern(
            "The catalog in '.*data' is in use by process \\d+ \\(cerium-sql\\), since ")
        .contains("choose another folder with --data DIR", "cerium-server --data");
  }

  private static void tabCompletesKeywordsFunctionsAndModels(PseudoTerminal terminal)
      throws IOException {
    terminal.type("SHOW MOD" + PseudoTerminal.TAB);
    terminal.await(PATIENCE, PROMPT + " SHOW MOD[^\n]*\nMODEL +MODELS .*");
    terminal.type("ELS;" + PseudoTerminal.ENTER);
    terminal.await(PATIENCE, "\\| efficientnet .*\n1 row in [0-9.]+ s" + PROMPT);
    terminal.type("SELECT predict_pr" + PseudoTerminal.TAB);
    terminal.await(PATIENCE, PROMPT + " SELECT predict_proba");
    terminal.type("(effi" + PseudoTerminal.TAB);
    terminal.await(PATIENCE, PROMPT + " SELECT predict_proba ?\\(efficientnet");
    terminal.type(PseudoTerminal.CTRL_C);
    terminal.await(PATIENCE, PROMPT);
  }

  private static void ctrlCEndsAStatementAndNotTheShell(PseudoTerminal terminal)
      throws IOException {
    terminal.type(
        "SELECT count(predict(efficientnet, content).label) "
            + DOG
            + " CROSS JOIN range(100000);\r");
    terminal.await(
        PATIENCE,
        "\n[0-9]{2,} rows, [0-9,]+ rows/s, [0-9]+ of [0-9]+ tasks, [0-9]+ s(, about [0-9]+ s left)?");
    terminal.type(PseudoTerminal.CTRL_C);
    terminal.await(Duration.ofSeconds(20), "\nThe statement was cancelled\\." + PROMPT);
  }

  private static void arrowUpRecallsTheStatementBefore(
      PseudoTerminal terminal, String typed, String answer) throws IOException {
    if (!typed.isEmpty()) {
      terminal.type(typed + PseudoTerminal.ENTER);
      terminal.await(PATIENCE, answer + "\n.*\n1 row in [0-9.]+ s" + PROMPT);
    }
    terminal.type(PseudoTerminal.UP);
    terminal.await(PATIENCE, PROMPT + " SELECT 1 \\+ 1 AS two;");
    terminal.type(PseudoTerminal.ENTER);
    terminal.await(PATIENCE, answer + "\n.*\n1 row in [0-9.]+ s" + PROMPT);
  }
}
