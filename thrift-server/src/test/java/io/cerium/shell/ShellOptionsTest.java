package io.cerium.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerium.launch.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellOptionsTest {
  @TempDir Path folder;

  @Test
  void scriptsRunInTheOrderGiven() throws IOException {
    Path file = Files.writeString(folder.resolve("a b.sql"), "SELECT 2");
    ShellOptions options =
        ShellOptions.parse("-e", "SELECT 1", "-f", file.toString(), "-e", "-- x");
    assertThat(options.scripts())
        .containsExactly(
            new ShellOptions.Script("", "SELECT 1"),
            new ShellOptions.Script(file.toString(), "SELECT 2"),
            new ShellOptions.Script("", "-- x"));
  }

  @Test
  void valuesStandBesideOrBehindAnEqualsSign() {
    ShellOptions options =
        ShellOptions.parse("--conf", "a=b=c", "--conf=d=", "--format=JSON", "--data", "x y");
    assertThat(options.settings()).containsEntry("a", "b=c").containsEntry("d", "");
    assertThat(options.format()).isEqualTo(ResultFormat.JSON);
    assertThat(options.data()).isEqualTo(Path.of("x y"));
    assertThat(options.request()).isEqualTo(ShellOptions.Request.RUN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--frobnicate|There is no option '--frobnicate'. --help lists the options.",
        "SELECT|The word 'SELECT' belongs to no option. --help lists the options.",
        "-e|The option '-e' lacks its value. --help shows it.",
        "--conf=x|The setting 'x' has no value. Write --conf key=value.",
        "--format=xml|There is no format 'xml'. Take table, csv or json.",
        "--data=|The option '--data' has an empty value. Give it a folder.",
        "-f=none.sql|There is no option '-f=none.sql'. --help lists the options.",
      })
  void mistakesAreAnsweredInWords(String word, String answer) {
    assertThatThrownBy(() -> ShellOptions.parse(word))
        .isInstanceOf(UsageException.class)
        .hasMessage(answer);
  }

  @Test
  void theMarkOfAByteOrderIsNoSql() throws IOException {
    Path file = Files.writeString(folder.resolve("windows.sql"), "\uFEFFSELECT 2");
    assertThat(ShellOptions.parse("-f", file.toString()).scripts())
        .containsExactly(new ShellOptions.Script(file.toString(), "SELECT 2"));
  }

  @Test
  void aScriptThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> ShellOptions.parse("-f", "none.sql"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("'none.sql'");
  }
}
