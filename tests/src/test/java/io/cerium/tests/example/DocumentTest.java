package io.cerium.tests.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerium.shell.SqlStatement;
import io.cerium.shell.SqlStatements;
import io.cerium.tests.golden.SqlAnswer;
import io.cerium.tests.session.QuickStart;
import io.cerium.tests.session.Repository;
import io.cerium.tests.session.SharedSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every block of SQL in the README and in {@code docs/} runs, page by page, where the quick start's
 * model and photos are.
 */
class DocumentTest {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```sql\\n(.*?)^```");

  /** Statements that are not run, by a text that they hold, with the reason. */
  private static final Map<String, String> NOT_RUN = Map.of();

  @TestFactory
  List<DynamicTest> blocksRun() throws IOException {
    List<Path> pages = new ArrayList<>();
    Path readme = Repository.root().resolve("README.md");
    if (Files.exists(readme)) {
      pages.add(readme);
    }
    try (Stream<Path> files = Files.walk(Repository.root().resolve("docs"))) {
      files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
    }
    return pages.stream()
        .map(page -> DynamicTest.dynamicTest(name(page), () -> run(page)))
        .toList();
  }

  private static String name(Path page) {
    return Repository.root().relativize(page).toString();
  }

  private static void run(Path page) throws IOException {
    Matcher blocks = BLOCK.matcher(Files.readString(page));
    SparkSession session = SharedSpark.newSession();
    QuickStart.prepare(session);
    while (blocks.find()) {
      for (SqlStatement statement : SqlStatements.split(blocks.group(1))) {
        if (NOT_RUN.keySet().stream().noneMatch(statement.text()::contains)) {
          SqlAnswer answer = SqlAnswer.of(session, QuickStart.withExamples(statement.text()));
          assertThat(answer.error()).as(statement.text()).isNull();
        }
      }
    }
  }
}
