package io.cerium.tests.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerium.functions.catalog.FunctionCatalog;
import io.cerium.functions.catalog.FunctionDescriptor;
import io.cerium.functions.catalog.FunctionPage;
import io.cerium.functions.spi.FunctionGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FunctionPageTest {
  private static final Path FOLDER = GeneratedPage.DOCS.resolve("functions");

  @Test
  void tellsEveryFunction() throws IOException {
    for (FunctionDescriptor function : FunctionCatalog.all()) {
      String name = "functions/" + FunctionPage.fileName(function);
      new GeneratedPage(name, FunctionPage.of(function)).check();
    }
  }

  @Test
  void listsEveryFunction() throws IOException {
    StringBuilder page =
        new StringBuilder(
            """
            # Functions

            Made from the functions' own descriptions; `DESCRIBE FUNCTION EXTENDED name` shows the same in SQL.
            """);
    for (FunctionGroup group : FunctionGroup.values()) {
      page.append("\n## ")
          .append(group.title())
          .append("\n\n| function | what it does |\n|---|---|\n");
      for (FunctionDescriptor function : FunctionCatalog.all()) {
        if (function.group() == group) {
          page.append(
              "| [`%s`](%s.md) | %s |\n"
                  .formatted(
                      function.shortText(),
                      function.name(),
                      GeneratedPage.visible(function.summary())));
        }
      }
    }
    new GeneratedPage("functions/README.md", page.toString()).check();
  }

  @Test
  void keepsNoPageOfAFunctionThatIsGone() throws IOException {
    Set<String> expected =
        FunctionCatalog.all().stream().map(FunctionPage::fileName).collect(Collectors.toSet());
    expected.add("README.md");
    List<Path> stale;
    try (Stream<Path> files = Files.list(FOLDER)) {
      stale = files.filter(file -> !expected.contains(file.getFileName().toString())).toList();
    }
    if (GeneratedPage.REGENERATE) {
      for (Path file : stale) {
        Files.delete(file);
      }
    } else {
      assertThat(stale).as("-Ddocs.regenerate=true deletes them").isEmpty();
    }
  }
}
