package io.cerium.tests.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerium.tests.session.Repository;
import io.cerium.tests.session.SharedSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs every script of {@code src/test/resources/sql}: see {@code docs/golden-tests.md}. With
 * {@code -Dgolden.regenerate=true} the answers are written instead of compared, with {@code
 * -Dgolden.only=text} only scripts run whose path holds the text.
 */
class GoldenSqlTest {
  private static final Path SCRIPTS = Repository.tests().resolve("src/test/resources/sql");
  private static final boolean REGENERATE = Boolean.getBoolean("golden.regenerate");

  @TestFactory
  Stream<DynamicTest> scripts() throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.walk(SCRIPTS)) {
      files = found.filter(file -> file.toString().endsWith(".sql")).sorted().toList();
    }
    String only = System.getProperty("golden.only", "");
    return files.stream()
        .filter(file -> file.toString().contains(only))
        .map(
            file ->
                DynamicTest.dynamicTest(
                    SCRIPTS.relativize(file).toString(), file.toUri(), () -> run(file)));
  }

  private static void run(Path file) throws IOException {
    GoldenScript script = GoldenScript.parse(Files.readString(file));
    assertThat(script.statements()).as("statements of the script").isNotEmpty();
    GoldenScript actual = script.withAnswers(answers(script, Map.of()));
    if (REGENERATE && !script.isAnsweredBy(actual)) {
      Files.writeString(file, actual.render());
      script = actual;
    }
    check(script, actual, "");
    for (Map<String, String> settings : script.reruns()) {
      check(script, script.withAnswers(answers(script, settings)), " with " + settings);
    }
  }

  private static List<List<String>> answers(GoldenScript script, Map<String, String> settings) {
    SparkSession session = SharedSpark.newSession();
    settings.forEach((key, value) -> session.conf().set(key, value));
    try (ScriptSurroundings surroundings = ScriptSurroundings.create(session)) {
      List<List<String>> answers = new ArrayList<>();
      for (GoldenStatement statement : script.statements()) {
        SqlAnswer answer = SqlAnswer.of(session, AnswerText.withFolders(statement.text()));
        answers.add(AnswerText.lines(answer, script.masks()));
      }
      return answers;
    }
  }

  private static void check(GoldenScript expected, GoldenScript actual, String run) {
    if (!expected.isAnsweredBy(actual)) {
      assertThat(actual.render())
          .as("answers%s; -Dgolden.regenerate=true accepts them", run)
          .isEqualTo(expected.render());
    }
  }
}
