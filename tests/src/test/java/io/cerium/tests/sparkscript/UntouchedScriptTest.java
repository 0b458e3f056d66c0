package io.cerium.tests.sparkscript;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerium.tests.session.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.util.Utils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Spark's own SQL test scripts answer the same with the extension as in a Spark that knows nothing
 * of Cerium: columns, rows, errors and plans. Two processes run them side by side; with {@code
 * -Dspark-scripts.only=text} only scripts whose name holds the text. Told in {@code
 * docs/own-spark.md}.
 */
@Tag("spark-scripts")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UntouchedScriptTest {
  private static final Path WORK = Repository.target().resolve("spark-scripts");
  private static final String ONLY = System.getProperty("spark-scripts.only", "");

  /** Of Spark 3.5.4: no fewer are there, read and compared. */
  private static final int SCRIPTS = 264;

  private static final int STATEMENTS = 12_465;

  /**
   * Statements that are meant to fail or cannot run here; where more do, something else is amiss.
   */
  private static final long MOST_FAILURES = 2_527;

  private final ScriptJar jar;
  private final ScriptSide plain;
  private final ScriptSide extended;
  private Compared compared = new Compared(0, 0, 0);

  /**
   * What was compared and is the same.
   *
   * @param failures statements that fail on both sides
   */
  private record Compared(int scripts, int statements, long failures) {
    Compared plus(List<StatementAnswer> answers) {
      long failed = answers.stream().filter(answer -> !answer.error().isEmpty()).count();
      return new Compared(scripts + 1, statements + answers.size(), failures + failed);
    }
  }

  UntouchedScriptTest() throws IOException {
    Utils.deleteRecursively(WORK.toFile());
    Path data = Files.createDirectories(WORK.resolve("data"));
    jar = ScriptJar.open();
    jar.copyData(data);
    plain =
        ScriptSide.start(
            Files.createDirectories(WORK.resolve("plain")),
            entry -> !ScriptJar.is(entry) && !isCerium(entry),
            List.of(data.toString()));
    extended =
        ScriptSide.start(
            Files.createDirectories(WORK.resolve("extended")),
            entry -> !ScriptJar.is(entry),
            List.of(data.toString(), "io.cerium.catalyst.CeriumExtensions"));
  }

  @AfterAll
  void endSides() throws IOException {
    try (jar;
        plain;
        extended) {
      // Closes all of them, whatever one throws.
    }
  }

  /** Whether an entry of the class path is one of Cerium's modules; these tests are none. */
  private static boolean isCerium(Path entry) {
    return entry.getFileName().toString().startsWith("cerium-")
        || entry.startsWith(Repository.root()) && !entry.startsWith(Repository.target());
  }

  @Test
  void onlyOneSideKnowsCerium() throws IOException {
    SparkScript script = new SparkScript("cerium", Map.of(), List.of("SHOW MODELS"));
    plain.begin(script);
    extended.begin(script);
    assertThat(plain.answers(script).get(0).error()).contains("PARSE_SYNTAX_ERROR");
    assertThat(extended.answers(script).get(0).error()).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> scripts() throws IOException {
    Stream<DynamicTest> each =
        jar.names().stream()
            .filter(name -> name.contains(ONLY))
            .map(name -> DynamicTest.dynamicTest(name, () -> compare(jar.script(name))));
    return Stream.concat(each, Stream.of(DynamicTest.dynamicTest("all", () -> assertAll())));
  }

  private void compare(SparkScript script) throws IOException {
    plain.begin(script);
    extended.begin(script);
    List<StatementAnswer> expected = plain.answers(script);
    List<StatementAnswer> actual = extended.answers(script);
    assertThat(expected).hasSameSizeAs(script.statements());
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(actual.get(i).comparable())
          .as("%s, statement %d with the extension:%n%s", script, i, script.statements().get(i))
          .isEqualTo(expected.get(i).comparable());
    }
    compared = compared.plus(expected);
  }

  private void assertAll() {
    if (ONLY.isEmpty()) {
      assertThat(compared.scripts()).isEqualTo(SCRIPTS);
      assertThat(compared.statements()).isEqualTo(STATEMENTS);
      assertThat(compared.failures()).isLessThanOrEqualTo(MOST_FAILURES);
    } else {
      assertThat(compared.statements()).isPositive();
    }
  }
}
