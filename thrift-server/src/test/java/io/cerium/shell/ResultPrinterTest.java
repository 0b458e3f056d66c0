package io.cerium.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultPrinterTest {
  @Test
  void tablesShowValuesWhole() {
    assertThat(
            print(
                ResultFormat.TABLE, List.of("what", "n"), row("x".repeat(99), 1), row(null, 12.5)))
        .isEqualTo(
            String.join(
                "\n",
                "+-" + "-".repeat(99) + "-+------+",
                "| what" + " ".repeat(95) + " |    n |",
                "+-" + "-".repeat(99) + "-+------+",
                "| " + "x".repeat(99) + " |    1 |",
                "| NULL" + " ".repeat(95) + " | 12.5 |",
                "+-" + "-".repeat(99) + "-+------+",
                ""));
  }

  @Test
  void tablesCountThePlacesOfATerminal() {
    assertThat(print(ResultFormat.TABLE, List.of("w"), row("日本"), row("e\u0301e"), row("🐼")))
        .isEqualTo(
            """
            +------+
            | w    |
            +------+
            | 日本 |
            | e\u0301e   |
            | 🐼   |
            +------+
            """);
  }

  @Test
  void noValueBreaksATableOrSteersTheTerminal() {
    assertThat(print(ResultFormat.TABLE, List.of("a\nb"), row("x\ty\r\n\u001b[2J"), row("z")))
        .contains("| a\\nb ", "| x\\ty\\r\\n\\u001b[2J |");
  }

  @Test
  void aSingleValueOfManyLinesIsReadable() {
    assertThat(
            print(ResultFormat.TABLE, List.of("plan"), row("== Plan ==\n+- Scan\t\u001b[2J\n\n")))
        .isEqualTo("== Plan ==\n+- Scan\t\\u001b[2J\n");
    assertThat(print(ResultFormat.TABLE, List.of("a"), row("one line\n")))
        .contains("| one line\\n |");
  }

  @Test
  void aTableWithoutRowsShowsItsColumns() {
    assertThat(print(ResultFormat.TABLE, List.of("a"))).isEqualTo("+---+\n| a |\n+---+\n+---+\n");
  }

  @Test
  void csvQuotesWhatNeedsIt() {
    assertThat(
            print(
                ResultFormat.CSV,
                List.of("a,b", "c"),
                row("say \"hi\"", null),
                row("", 1),
                row("x\ny", List.of(1, 2)),
                row("x\ry", "z")))
        .isEqualTo(
            "\"a,b\",c\r\n\"say \"\"hi\"\"\",\r\n\"\",1\r\n\"x\ny\",\"[1,2]\"\r\n"
                + "\"x\ry\",z\r\n");
  }

  @Test
  void jsonKeepsTypes() {
    assertThat(
            print(
                ResultFormat.JSON,
                List.of("a", "b", "c", "d", "e", "f"),
                row(1, true, null, new BigDecimal("1.10"), Double.NaN, "q\"\\\n\u0001"),
                row(
                    List.of(Map.of("k", 1.5f)),
                    new StructValue(List.of("x", "x"), Arrays.asList("s", null)),
                    new byte[] {0, -1},
                    Map.of(7, "v"),
                    Long.MAX_VALUE,
                    LocalDate.of(2024, 2, 29))))
        .isEqualTo(
            """
            {"a":1,"b":true,"c":null,"d":1.10,"e":"NaN","f":"q\\"\\\\\\n\\u0001"}
            {"a":[{"k":1.5}],"b":{"x":"s","x":null},"c":"AP8=","d":{"7":"v"},"e":9223372036854775807,"f":"2024-02-29"}
            """);
  }

  @Test
  void scalarsReadAsInSpark() {
    ScalarText text = new ScalarText(ZoneId.of("Europe/Berlin"));
    assertThat(text.of(Instant.parse("2024-07-01T10:00:00.120Z")))
        .isEqualTo("2024-07-01 12:00:00.12");
    assertThat(text.of(Instant.parse("2024-01-01T00:00:00Z"))).isEqualTo("2024-01-01 01:00:00");
    assertThat(text.of(new byte[] {1, (byte) 0xAB})).isEqualTo("[01 AB]");
    assertThat(text.of(new BigDecimal("1E+3"))).isEqualTo("1000");
    assertThat(text.of(0.97f)).isEqualTo("0.97");
  }

  private static List<Object> row(Object... values) {
    return Arrays.asList(values);
  }

  @SafeVarargs
  private static String print(ResultFormat format, List<String> columns, List<Object>... rows) {
    List<StructValue> values = new ArrayList<>();
    for (List<Object> row : rows) {
      values.add(new StructValue(columns, row));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PrintStream stream = new PrintStream(out, false, StandardCharsets.UTF_8)) {
      ResultPrinter.of(format, ZoneId.of("UTC")).print(columns, values, stream);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
