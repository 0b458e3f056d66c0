package io.cerium.functions.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerium.functions.catalyst.LocalSpark;
import io.cerium.functions.spi.FunctionContract;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class FunctionCatalogTest {
  /** Written instead of compared with {@code -Dgolden.regenerate=true}. */
  private static final Path SIGNATURES = Path.of("src/test/resources/signatures.txt");

  @Test
  void signaturesAreLocked() throws IOException {
    String found =
        FunctionCatalog.all().stream()
            .filter(f -> !f.name().startsWith("toy_"))
            .map(FunctionCatalogTest::signature)
            .collect(Collectors.joining("\n", "", "\n"));
    if (Boolean.getBoolean("golden.regenerate")) {
      Files.writeString(SIGNATURES, found);
    }
    assertThat(found).isEqualTo(Files.readString(SIGNATURES));
  }

  private static String signature(FunctionDescriptor function) {
    return function.overloads().stream()
        .map(
            o ->
                function.name()
                    + o.arguments().stream()
                        .map(FunctionCatalogTest::argument)
                        .collect(Collectors.joining(", ", "(", ")"))
                    + (o.returns() == null ? "" : ": " + o.returns().dataType().sql())
                    + " | "
                    + String.join(", ", function.aliases()))
        .collect(Collectors.joining("\n"));
  }

  private static String argument(Argument argument) {
    return argument.name()
        + argument.typeText().map(t -> " " + t).orElse("")
        + (argument.isRequired() ? "" : " => " + argument.defaultSql());
  }

  @Test
  void namesAreFoundInAnyLetterCase() {
    assertThat(FunctionCatalog.find("IMAGE_resize").orElseThrow().name()).isEqualTo("resize");
    assertThat(FunctionCatalog.find("resize_image")).isEmpty();
    assertThat(FunctionCatalog.all()).extracting(FunctionDescriptor::name).isSorted();
  }

  @Test
  void aNameBelongsToOneFunction() {
    List<String> names = FunctionCatalog.all().stream().flatMap(f -> f.names().stream()).toList();
    assertThat(names).doesNotHaveDuplicates().allMatch(n -> n.matches("[a-z][a-z0-9_]*"));
  }

  @Test
  void everyFunctionIsDocumentedAndHasAnExample() {
    for (FunctionDescriptor function : FunctionCatalog.all()) {
      assertThat(function.summary()).as(function.name()).endsWith(".");
      assertThat(function.returns()).as(function.name()).isNotEmpty();
      assertThat(function.newInstance()).isInstanceOf(FunctionContract.class);
      if (!function.name().startsWith("toy_")) {
        assertThat(function.examples()).as(function.name()).isNotEmpty();
      }
    }
  }

  @Test
  void sparkDescribesOurFunctionsAsItsOwn() {
    assertThat(describe("DESCRIBE FUNCTION EXTENDED resize"))
        .isEqualTo(
            """
            Function: resize
            Class: io.cerium.functions.image.Resize
            Usage:\s
                resize(image, width, height, interpolation => 'auto')
                resize(image, size, interpolation => 'auto')
                  Resizes a picture to a width and a height, or to a length of its shorter side with its shape kept.
                  Returns: Spark's image STRUCT

            Extended Usage:
                Arguments:
                  * image BINARY or image STRUCT - the picture: the bytes of a file, or Spark's image struct
                  * width INT - of the result, in pixels
                  * height INT - of the result, in pixels
                  * interpolation STRING - how pixels are found; one of 'auto', 'area', 'nearest', 'linear', 'cubic', 'lanczos'; default: 'auto'
                  * size INT - of the result's shorter side, in pixels

                Examples:
                  > SELECT small.width, small.height FROM (SELECT resize(content, 224, 160) AS small FROM photos WHERE photo = 'dog.jpg');
                   224	160
                  > SELECT small.width, small.height FROM (SELECT resize(content, size => 240, interpolation => 'cubic') AS small FROM photos WHERE photo = 'dog.jpg');
                   320	240
             \s
                Note:
                  The width comes first. 'auto' is 'area' when both sides shrink, else 'linear'. A result of more pixels than spark.cerium.image.max-pixels fails.

                Since: 0.1.0
            """);
  }

  @Test
  void anAliasIsDescribedByItsName() {
    assertThat(describe("DESCRIBE FUNCTION image_resize"))
        .contains("Function: image_resize", "image_resize(image, size, interpolation => 'auto')");
    assertThat(describe("DESCRIBE FUNCTION repeat")).contains("expressions.StringRepeat");
    assertThat(LocalSpark.rows("SHOW FUNCTIONS LIKE '*_image'"))
        .extracting(r -> r.getString(0))
        .contains("decode_image", "encode_image", "try_decode_image");
  }

  private static String describe(String sql) {
    return LocalSpark.rows(sql).stream()
        .map((Row row) -> row.getString(0))
        .collect(Collectors.joining("\n"));
  }

  @Test
  void descriptorsAreSentToExecutors() throws IOException, ClassNotFoundException {
    for (FunctionDescriptor function : FunctionCatalog.all()) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
        out.writeObject(function);
      }
      try (ObjectInputStream in =
          new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
        FunctionDescriptor back = (FunctionDescriptor) in.readObject();
        assertThat(back)
            .isEqualTo(function)
            .hasSameHashCodeAs(function)
            .hasToString(function.name());
        assertThat(back.overloads()).isEqualTo(function.overloads());
      }
    }
  }
}
