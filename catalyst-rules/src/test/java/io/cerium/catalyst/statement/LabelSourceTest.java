package io.cerium.catalyst.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerium.catalyst.TestSpark;
import io.cerium.catalyst.session.CeriumSession;
import io.cerium.catalyst.statement.OptionValue.Items;
import io.cerium.catalyst.statement.OptionValue.Single;
import io.cerium.engine.error.CeriumException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class LabelSourceTest {
  @TempDir Path folder;
  private final LabelSource source = LabelSource.of(CeriumSession.of(TestSpark.session()));

  private List<String> read(String name, String content) throws IOException {
    Path file = Files.writeString(folder.resolve(name), content, StandardCharsets.UTF_8);
    return source.read(new Single(file.toString()));
  }

  private void refused(String name, String content, String problem) {
    assertThatThrownBy(() -> read(name, content))
        .isInstanceOf(CeriumException.class)
        .hasMessageContaining("[MODEL_OPTION_INVALID] The option 'labels' ")
        .hasMessageContaining(problem);
  }

  @Test
  void aListKeepsItsCommas() {
    assertThat(source.read(new Items(List.of("a, b", "c")))).containsExactly("a, b", "c");
  }

  @Test
  void aTextHasOneLabelALine() throws IOException {
    assertThat(read("a.txt", "\uFEFFcat, kitten\r\n d\u00f6g \n\nbird\n\n"))
        .containsExactly("cat, kitten", "d\u00f6g", "", "bird");
    assertThat(read("b.txt", "[PAD]\n[UNK]\n")).containsExactly("[PAD]", "[UNK]");
  }

  @Test
  void jsonIsAListOrAMapByNumber() throws IOException {
    assertThat(read("a.json", "[\"cat\", \"dog\", 3]")).containsExactly("cat", "dog", "3");
    assertThat(read("b.json", "{\"1\": \"dog\", \"0\": \"cat\"}")).containsExactly("cat", "dog");
    assertThat(read("config.json", "{\"model_type\": \"x\", \"id2label\": {\"0\": \"cat\"}}"))
        .containsExactly("cat");
    assertThat(read("labels", " {\"0\": \"cat\"}")).containsExactly("cat");
  }

  @Test
  void whatIsNoListOfLabelsIsRefused() {
    refused("a.json", "[\"cat\"", "which is no JSON");
    refused("b.json", "{\"0\": \"cat\", \"2\": \"dog\"}", "no label for class 1");
    refused("c.json", "[[1]]", "a label is [1]");
    refused("d.txt", "", "names the file '" + folder.resolve("d.txt") + "', which has no labels");
    refused("e.json", "[null]", "a label is null");
  }

  @Test
  void bytesThatAreNoTextAreRefused() throws IOException {
    Path file = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xFF, 0, 1});
    assertThatThrownBy(() -> source.read(new Single(file.toString())))
        .hasMessageContaining("which is no text in UTF-8");
    assertThatThrownBy(() -> source.read(new Single(folder.toString())))
        .hasMessageContaining("names the folder");
  }

  @Test
  @Timeout(60)
  void onlyRegularFilesAreRead() throws Exception {
    Path pipe = folder.resolve("labels.txt");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    for (String location : List.of(pipe.toString(), "file:" + pipe, "/dev/zero")) {
      assertThatThrownBy(() -> source.read(new Single(location)))
          .hasMessageContaining("[ARTIFACT_NOT_FOUND] No file can be read at '" + location + "'")
          .hasMessageContaining("it is no regular file.");
    }
  }

  @Test
  void aFileComesBeforeATableOfItsName() throws IOException {
    SparkSession spark = TestSpark.newSession();
    LabelSource here = LabelSource.of(CeriumSession.of(spark));
    // A relative location: the name of a table has no slashes.
    Path file = Files.createTempFile(Path.of("").toAbsolutePath(), "labels", "");
    String name = file.getFileName().toString();
    spark.sql("CREATE TEMPORARY VIEW " + name + " AS SELECT 0 AS class, 'of the table' AS label");
    try {
      Files.writeString(file, "of the file\n");
      assertThat(here.read(new Single(name))).containsExactly("of the file");
      assertThat(here.read(new Items(List.of(name)))).containsExactly(name);
    } finally {
      Files.delete(file);
    }
    assertThat(here.read(new Single(name))).containsExactly("of the table");
  }

  @Test
  void whatIsNeitherAFileNorATableIsRefused() {
    assertThatThrownBy(() -> source.read(new Single("label_none")))
        .hasMessageContaining("neither a file nor a table");
    assertThatThrownBy(() -> source.read(new Single("no such/labels.txt")))
        .hasMessageContaining("neither a file nor a table");
  }
}
