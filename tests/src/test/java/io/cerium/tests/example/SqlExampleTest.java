package io.cerium.tests.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cerium.shell.SqlStatement;
import io.cerium.shell.SqlStatements;
import io.cerium.tests.golden.SqlAnswer;
import io.cerium.tests.reference.PhotoReference;
import io.cerium.tests.session.QuickStart;
import io.cerium.tests.session.Repository;
import io.cerium.tests.session.SharedSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The scripts of {@code sql-examples} run, and the quick start says what the README shows. */
class SqlExampleTest {
  /** The script shows two digits of the score. */
  private static final double ROUNDING = 0.005;

  @TestFactory
  List<DynamicTest> scriptsRun() throws IOException {
    try (Stream<Path> files = Files.list(Repository.examples())) {
      return files
          .filter(file -> file.toString().endsWith(".sql"))
          .sorted()
          .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> run(file)))
          .toList();
    }
  }

  private static void run(Path file) throws IOException {
    SparkSession session = SharedSpark.newSession();
    for (SqlStatement statement : SqlStatements.split(Files.readString(file))) {
      SqlAnswer answer = SqlAnswer.of(session, QuickStart.withExamples(statement.text()));
      assertThat(answer.error()).as(statement.text()).isNull();
    }
  }

  @Test
  void quickStartNamesWhatIsInThePhotosBestFirst() throws IOException {
    SparkSession session = SharedSpark.newSession();
    QuickStart.prepare(session);
    List<SqlStatement> statements = SqlStatements.split(QuickStart.script());
    String last = QuickStart.withExamples(statements.get(statements.size() - 1).text());
    List<String> rows = SqlAnswer.of(session, last).rows();
    PhotoReference reference = PhotoReference.read();

    assertThat(rows).hasSize(reference.photos().size());
    double previous = 1;
    for (String row : rows) {
      String[] cells = row.split("\t");
      PhotoReference.Photo photo = reference.photos().get(cells[0]);
      double score = Double.parseDouble(cells[2]);
      assertThat(cells[1]).as(cells[0]).isEqualTo(photo.label());
      assertThat(score)
          .as(cells[0])
          .isCloseTo(
              photo.top().get(photo.label()), within(ROUNDING + PhotoReference.SCORE_TOLERANCE));
      assertThat(score).isLessThanOrEqualTo(previous);
      previous = score;
    }
    assertThat(rows.get(0)).isEqualTo("dog.jpg\tGerman shepherd\t0.97");
    assertThat(rows.get(rows.size() - 1)).isEqualTo("cat.png\ttiger cat\t0.39");
  }
}
