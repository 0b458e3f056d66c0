package io.cerium.tests.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerium.catalyst.statement.ModelStatement;
import io.cerium.catalyst.statement.Statement;
import io.cerium.functions.model.ModelOption;
import io.cerium.tests.golden.SqlAnswer;
import io.cerium.tests.session.QuickStart;
import io.cerium.tests.session.Repository;
import io.cerium.tests.session.SharedSpark;
import java.io.IOException;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

class StatementPageTest {
  @Test
  void tellsEveryStatement() throws IOException {
    StringBuilder page =
        new StringBuilder(
            """
            # Statements

            Made from the statements' own descriptions. No word of them is reserved: all that does not begin like one of them is Spark's.
            """);
    for (Statement statement : statements()) {
      page.append("\n## ").append(statement.name()).append("\n\n");
      page.append(GeneratedPage.visible(statement.summary())).append("\n\n```text\n");
      page.append(statement.syntax().strip()).append("\n```\n\nReturns: ");
      page.append(GeneratedPage.visible(statement.returns())).append('\n');
      if (!statement.note().isEmpty()) {
        page.append('\n').append(GeneratedPage.visible(statement.note())).append('\n');
      }
      for (String example : statement.examples()) {
        page.append("\n```sql\n").append(example.strip()).append(";\n```\n");
      }
    }
    page.append(
        """

        ## Options of a model

        What stands in `OPTIONS (...)`. A picture is resized, cropped and written as `(pixel * scale - mean) / std`, channel by channel, in the layout that the graph has. An input of type UINT8 takes pixels from 0 to 255 as they are: `scale`, `mean`, `std` and `preprocess` other than `none` are refused for it.

        | option | what it does |
        |---|---|
        """);
    for (ModelOption option : ModelOption.values()) {
      page.append("| `%s` | %s |\n".formatted(option.key(), GeneratedPage.cell(option.doc())));
    }
    new GeneratedPage("statements.md", page.toString()).check();
  }

  @Test
  void examplesRun() {
    SparkSession session = SharedSpark.newSession();
    QuickStart.prepare(session);
    for (Statement statement : statements()) {
      for (String example : statement.examples()) {
        String sql = example.replace("${examples}", Repository.examples().toString());
        assertThat(SqlAnswer.of(session, sql).error()).as(example).isNull();
      }
    }
  }

  private static List<Statement> statements() {
    return ModelStatement.all().stream().map(type -> type.getAnnotation(Statement.class)).toList();
  }
}
