package io.cerium.functions.catalyst;

import static io.cerium.functions.catalyst.LocalSpark.value;
import static io.cerium.functions.catalyst.SqlError.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How arguments are given, and what is answered when they are given wrongly. */
class CallArgumentsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "resize(content, 64, 48, 'auto')",
        "resize(content, 64, 48)",
        "RESIZE(CONTENT, 64, 48)",
        "image_resize(content, 64, 48)",
        "resize(content, width => 64, height => 48)",
        "resize(content, height => 48, width => 64)",
        "resize(Height => 48, IMAGE => content, wIdTh => 64)",
        "resize(content, 64, height => 48)",
        "resize(content, 64, interpolation => 'AUTO', height => 48)",
        "resize(content, '64', 48L)",
        "resize(content, 60 + 4, 48D)",
        "resize(content, 48)",
        "resize(content, size => 48)",
        "resize(content, 48, 'auto')",
        "resize(content, 48, interpolation => 'auto')",
        "resize(interpolation => 'Auto', size => 48, image => content)",
      })
  void everyWayToGiveArgumentsMeansTheSame(String call) {
    assertThat(
            value(
                "SELECT md5(p.data) = md5(q.data) FROM (SELECT "
                    + call
                    + " AS p, resize(content, 64, 48, 'auto') AS q FROM photos WHERE photo ="
                    + " 'dog.jpg')"))
        .isEqualTo(true);
  }

  @Test
  void theNumberOfArgumentsIsChecked() {
    assertRefused("SELECT resize()", "WRONG_NUM_ARGS.WITHOUT_SUGGESTION", "42605")
        .contains(
            "The `resize` requires 2 to 4, as in resize(image, width, height) or resize(image,"
                + " size), parameters but the actual number is 0.");
    assertRefused("SELECT resize(X'00')", "WRONG_NUM_ARGS.WITHOUT_SUGGESTION", "42605");
    assertRefused("SELECT center_crop(X'00', 3)", "WRONG_NUM_ARGS.WITHOUT_SUGGESTION", "42605")
        .contains("requires 3, as in center_crop(image, width, height), parameters");
    assertRefused(
        "SELECT resize(X'00', 1, 2, 'area', 3)", "WRONG_NUM_ARGS.WITHOUT_SUGGESTION", "42605");
    assertRefused("SELECT decode_image()", "WRONG_NUM_ARGS.WITHOUT_SUGGESTION", "42605");
    assertRefused("SELECT image_info(X'00', 1)", "WRONG_NUM_ARGS.WITHOUT_SUGGESTION", "42605");
    assertRefused(
        "SELECT resize(X'00', size => 3, width => 3)",
        "WRONG_NUM_ARGS.WITHOUT_SUGGESTION",
        "42605");
  }

  @Test
  void namesAreChecked() {
    assertRefused("SELECT resize(X'00', widht => 3)", "UNRECOGNIZED_PARAMETER_NAME", "4274K")
        .contains("`widht`", "`width`");
    assertRefused("SELECT resize(X'00', width => 3)", "REQUIRED_PARAMETER_NOT_FOUND", "4274K")
        .contains("`resize`", "`height`", "index 2");
    assertRefused(
        "SELECT center_crop(width => 3, height => 3)", "REQUIRED_PARAMETER_NOT_FOUND", "4274K");
    assertRefused(
            "SELECT resize(X'00', 3, width => 3)",
            "DUPLICATE_ROUTINE_PARAMETER_ASSIGNMENT.BOTH_POSITIONAL_AND_NAMED",
            "4274K")
        .contains("`width`");
    assertRefused(
        "SELECT decode_image(X'00', content => X'00')",
        "WRONG_NUM_ARGS.WITHOUT_SUGGESTION",
        "42605");
    assertRefused(
            "SELECT resize(X'00', size => 3, SIZE => 4)",
            "DUPLICATE_ROUTINE_PARAMETER_ASSIGNMENT.DOUBLE_NAMED_ARGUMENT_REFERENCE",
            "4274K")
        .contains("`size`");
    assertRefused("SELECT resize(image => X'00', 3)", "UNEXPECTED_POSITIONAL_ARGUMENT", "4274K");
  }

  @Test
  void typesAreChecked() {
    String mismatch = "DATATYPE_MISMATCH.UNEXPECTED_INPUT_TYPE";
    assertRefused("SELECT resize(content, photo) FROM photos", mismatch, "42K09")
        .contains(
            "Parameter 2 (`size`) requires the \"INT\" type, however \"photo\" has the type"
                + " \"STRING\" (expected: resize(image, width, height) or resize(image, size)).");
    assertRefused("SELECT resize(content, 3, photo, 'area') FROM photos", mismatch, "42K09")
        .contains("Parameter 3 (`height`)");
    assertRefused("SELECT resize(content, length(content) * 1L) FROM photos", mismatch, "42K09")
        .contains("\"BIGINT\"");
    assertRefused("SELECT resize(X'00', 3.5)", mismatch, "42K09");
    assertRefused("SELECT resize(X'00', 3000000000)", mismatch, "42K09");
    assertRefused("SELECT resize(X'00', 'big')", mismatch, "42K09");
    assertRefused("SELECT resize(X'00', array(1))", mismatch, "42K09");
    assertRefused("SELECT encode_image(X'00', quality => true)", mismatch, "42K09")
        .contains("Parameter 3 (`quality`)");
    assertRefused("SELECT image_info(7)", mismatch, "42K09")
        .contains("requires the \"BINARY or image STRUCT\" type");
  }

  @Test
  void aPathIsNoPicture() {
    assertRefused(
            "SELECT decode_image('/photos/dog.jpg')",
            "DATATYPE_MISMATCH.UNEXPECTED_INPUT_TYPE",
            "42K09")
        .contains("a path is not read here: take the content that Spark's binaryFile reads");
  }

  @Test
  void constantsAreChecked() {
    assertRefused("SELECT resize(content, 0, 3) FROM photos", "ARGUMENT_INVALID", "22023")
        .contains(
            "The argument 'width' of 'resize' cannot be 0. Give a number of pixels from 1 to"
                + " 65535.");
    assertRefused("SELECT resize(content, -1) FROM photos", "ARGUMENT_INVALID", "22023")
        .contains("'size'");
    assertRefused("SELECT resize(content, 3, 65536) FROM photos", "ARGUMENT_INVALID", "22023")
        .contains("'height'");
    assertRefused("SELECT center_crop(content, 3, 0) FROM photos", "ARGUMENT_INVALID", "22023");
    assertRefused(
        "SELECT encode_image(content, quality => 101) FROM photos", "ARGUMENT_INVALID", "22023");
    assertRefused("SELECT encode_image(content, 'gif') FROM photos", "ARGUMENT_INVALID", "22023")
        .contains("The argument 'format' of 'encode_image' cannot be 'gif'", "'jpeg', 'png'");
    assertRefused(
            "SELECT resize(content, 3, length(content), interpolation => 'bicubic') FROM photos",
            "ARGUMENT_INVALID",
            "22023")
        .contains("It takes: 'auto', 'area', 'nearest', 'linear', 'cubic', 'lanczos'.");
  }
}
