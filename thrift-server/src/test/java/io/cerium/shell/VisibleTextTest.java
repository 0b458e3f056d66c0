package io.cerium.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTextTest {
  /** Colours by ESC, the same by the one character of C1, a title, a bell, a deletion. */
  private static final String HOSTILE = "\u001b[31mred\u009b0m\u001b]0;title\u0007\u007f";

  private static final String SHOWN = "\\u001b[31mred\\u009b0m\\u001b]0;title\\u0007\\u007f";

  @Test
  void noTextSteersATerminal() {
    assertThat(VisibleText.inLine(HOSTILE)).isEqualTo(SHOWN);
    assertThat(VisibleText.inLines(HOSTILE)).isEqualTo(SHOWN);
  }

  @Test
  void linesStayLinesButNothingGoesBackInThem() {
    assertThat(VisibleText.inLines("a\n\tb\r\nc\rd")).isEqualTo("a\n\tb\nc\\rd");
    assertThat(VisibleText.inLine("a\n\tb\r")).isEqualTo("a\\n\\tb\\r");
  }

  @Test
  void plainTextStaysAsItIs() {
    assertThat(VisibleText.inLine("d\u00f6g 🐼")).isEqualTo("d\u00f6g 🐼");
  }
}
