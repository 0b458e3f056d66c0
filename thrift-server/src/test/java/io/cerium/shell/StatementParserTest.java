package io.cerium.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jline.reader.EOFError;
import org.jline.reader.Parser.ParseContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementParserTest {
  private final StatementParser parser = new StatementParser();

  @Test
  void aStatementGoesOnUntilItsSemicolon() {
    assertThatThrownBy(() -> parser.parse("SELECT ';'", 10, ParseContext.ACCEPT_LINE))
        .isInstanceOf(EOFError.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SELECT 1;", "", "-- why", "exit", " QUIT ; ", "!exit", "quit;"})
  void theseAreDone(String typed) {
    assertThat(parser.parse(typed, typed.length(), ParseContext.ACCEPT_LINE)).isNotNull();
  }

  @Test
  void completionSeesTheWordAtTheCursor() {
    assertThat(parser.parse("SELECT sum(pri", 14, ParseContext.COMPLETE).word()).isEqualTo("pri");
    assertThat(parser.parse("SELECT 'it", 10, ParseContext.COMPLETE).word()).isEqualTo("it");
  }
}
