package io.cerium.tests.sparkscript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SparkScriptTest {
  private static SparkScript read(String name, String text) {
    Map<String, String> scripts =
        Map.of(
            name,
            text,
            "other.sql",
            "--SET spark.sql.caseSensitive=true\nSELECT 'other';\n-- its end\nSELECT 'end';");
    return SparkScript.read(name, script -> scripts.get(script).lines().toList());
  }

  @Test
  void statementsEndAtSemicolons() {
    SparkScript script = read("a.sql", "SELECT 1;\n\nSELECT\n  2; SELECT 3;;\n");

    assertThat(script.statements()).containsExactly("SELECT 1", "SELECT\n  2", "SELECT 3");
  }

  @Test
  void semicolonAfterABackslashEndsNothing() {
    assertThat(read("a.sql", "SELECT 'a\\\\;b'").statements()).containsExactly("SELECT 'a\\\\;b'");
  }

  @Test
  void linesOfCommentsAreLeftOut() {
    SparkScript script =
        read("a.sql", "-- one;\nSELECT 1 -- rest\n  -- two;\n + 1;\n--CONFIG_DIM1");

    assertThat(script.statements()).containsExactly("SELECT 1 -- rest\n + 1");
  }

  @Test
  void delimitedStatementKeepsItsSemicolons() {
    SparkScript script =
        read(
            "a.sql",
            """
            SELECT 1;
            --QUERY-DELIMITER-START
            /* SELECT 2; */
            SELECT 3;
            --QUERY-DELIMITER-END
            SELECT 4
            """);

    assertThat(script.statements())
        .containsExactly("SELECT 1", "/* SELECT 2; */\nSELECT 3", "SELECT 4");
  }

  @Test
  void importedStatementsComeFirstWithoutTheirSettings() {
    SparkScript script = read("a.sql", "SELECT 1;\n--IMPORT other.sql\n");

    assertThat(script.statements()).containsExactly("SELECT 'other'", "SELECT 'end'", "SELECT 1");
    assertThat(script.settings()).isEmpty();
  }

  @Test
  void settingsOfALineAreParted() {
    assertThat(read("a.sql", "--SET a.b = 1, c=x=y\n--SET d=2").settings())
        .isEqualTo(Map.of("a.b", "1", "c", "x=y", "d", "2"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ansi/a.sql", "postgreSQL/a.sql", "udf/postgreSQL/a.sql"})
  void someFoldersAreAnsi(String name) {
    assertThat(read(name, "").settings()).containsEntry("spark.sql.ansi.enabled", "true");
    assertThat(read(name, "--SET spark.sql.ansi.enabled=false").settings())
        .containsEntry("spark.sql.ansi.enabled", "false");
  }

  @Test
  void folderOfTimestampsHasThoseWithoutZone() {
    assertThat(read("timestampNTZ/a.sql", "").settings())
        .isEqualTo(Map.of("spark.sql.timestampType", "TIMESTAMP_NTZ"));
    assertThat(read("a.sql", "").statements()).isEqualTo(List.of());
  }
}
