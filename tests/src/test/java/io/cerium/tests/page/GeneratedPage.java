package io.cerium.tests.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerium.tests.session.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A page of {@code docs/} that is made from the code: compared, or written where the switch {@code
 * -Ddocs.regenerate=true} is given.
 *
 * @param name the path in {@code docs/}
 * @param text what the page should say
 */
record GeneratedPage(String name, String text) {
  static final boolean REGENERATE = Boolean.getBoolean("docs.regenerate");
  static final Path DOCS = Repository.root().resolve("docs");

  void check() throws IOException {
    Path file = DOCS.resolve(name);
    if (REGENERATE) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    }
    assertThat(file).as("-Ddocs.regenerate=true writes the page").exists();
    assertThat(Files.readString(file))
        .as("docs/%s is stale; -Ddocs.regenerate=true writes it", name)
        .isEqualTo(text);
  }

  /** Text for a cell of a table. */
  static String cell(String text) {
    return text.replace("|", "\\|").replaceAll("\\s*\\n\\s*", " ");
  }

  /** Text in which {@code <parameters>} stay visible. */
  static String visible(String text) {
    return cell(text.replace("<", "&lt;").replace(">", "&gt;"));
  }
}
