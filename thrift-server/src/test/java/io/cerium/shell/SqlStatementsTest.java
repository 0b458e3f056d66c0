package io.cerium.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlStatementsTest {
  @Test
  void cutsAtSemicolonsAndKeepsTheLines() {
    assertThat(SqlStatements.split("SELECT 1;\n\nSELECT\n 2 ;SELECT 3"))
        .containsExactly(
            new SqlStatement("SELECT 1", 1, 8),
            new SqlStatement("SELECT\n 2", 3, 21),
            new SqlStatement("SELECT 3", 4, 30));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " \n\t ", ";", ";;\n;", "-- nothing", "/* nothing; */", "--a\n/*b*/;"})
  void commentsAndWhiteSpaceAreNoStatement(String script) {
    assertThat(SqlStatements.split(script)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT ';'",
        "SELECT \";\"",
        "SELECT `;`",
        "SELECT ''';'",
        "SELECT '\\';'",
        "SELECT \"\\\";\"",
        "SELECT `a``;`",
        "SELECT r'\\' || ';'",
        "SELECT R\"\\\" || ';'",
        "SELECT barr'\\';'",
        "SELECT 1 -- ; '",
        "SELECT 1 -- goes on \\\n ; there\n",
        "SELECT /* ; /* ; */ ' ; */ 1",
        "SELECT /*+ BROADCAST(t) */ 1",
        "SELECT 1 - -1",
      })
  void semicolonsInsideAreLeftAlone(String statement) {
    assertThat(texts(statement)).containsExactly(statement.strip());
    assertThat(texts(statement + "\n; SELECT 2")).containsExactly(statement.strip(), "SELECT 2");
  }

  @Test
  void commentsBeforeAStatementAreNotPartOfIt() {
    assertThat(SqlStatements.split("-- why\n/* and\nhow */ SELECT 1 -- so\n;"))
        .containsExactly(new SqlStatement("SELECT 1 -- so", 3, 36));
  }

  @Test
  void aStringMayHoldAComment() {
    assertThat(texts("SELECT '--;', '/*'; SELECT 2"))
        .containsExactly("SELECT '--;', '/*'", "SELECT 2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SELECT 1", "SELECT 'a;", "SELECT `a;", "/* a;", "SELECT 1; SELECT"})
  void typingGoesOn(String typed) {
    assertThat(SqlStatements.isUnfinished(typed)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "SELECT 1;", "-- why", "SELECT 1; -- why", "SELECT ';' ;"})
  void typingIsDone(String typed) {
    assertThat(SqlStatements.isUnfinished(typed)).isFalse();
  }

  private static List<String> texts(String script) {
    return SqlStatements.split(script).stream().map(SqlStatement::text).toList();
  }
}
