package io.cerium.tests.page;

import io.cerium.engine.error.ErrorCode;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class ErrorPageTest {
  @Test
  void tellsEveryError() throws IOException {
    StringBuilder page =
        new StringBuilder(
            """
            # Errors

            Every error that Cerium reports, made from `ErrorCode`. A message has Spark's form, `[CLASS] text SQLSTATE: nnnnn`; words in angle brackets stand for what the statement, the row or the model gives.
            What is wrong with a statement is found before any row is read, and reaches JDBC with its SQLSTATE. What is wrong with a row fails its task; Spark then reports the failed job, with the message inside and without SQLSTATE of its own.

            | error class | SQLSTATE | message |
            |---|---|---|
            """);
    Arrays.stream(ErrorCode.values())
        .sorted(Comparator.comparing(Enum::name))
        .forEach(
            code ->
                page.append(
                    "| `%s` | %s | %s |\n"
                        .formatted(code, code.sqlState(), GeneratedPage.visible(code.template()))));
    new GeneratedPage("errors.md", page.toString()).check();
  }

  @Test
  void namesAndStatesAreWellFormed() {
    for (ErrorCode code : ErrorCode.values()) {
      Assertions.assertThat(code.name()).matches("[A-Z]+(_[A-Z]+)*");
      Assertions.assertThat(code.sqlState()).matches("[0-9A-Z]{5}");
      Assertions.assertThat(code.template()).as(code.name()).matches("(?s).*[.>]");
    }
  }
}
