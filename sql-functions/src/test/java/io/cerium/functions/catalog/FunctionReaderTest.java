package io.cerium.functions.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerium.engine.image.ImageEnd;
import io.cerium.functions.spi.Arg;
import io.cerium.functions.spi.FunctionContract;
import io.cerium.functions.spi.FunctionGroup;
import io.cerium.functions.spi.ImageFunction;
import io.cerium.functions.spi.ScalarFunction;
import io.cerium.functions.spi.SqlFunction;
import java.io.IOException;
import java.util.Date;
import org.junit.jupiter.api.Test;

/** What is wrong with a function's class is found when it is loaded, and said with its name. */
class FunctionReaderTest {
  /** Lacks the annotation. */
  public static final class Bare implements ScalarFunction {}

  /** Lacks the method. */
  @SqlFunction(
      name = "no_method",
      group = FunctionGroup.IMAGE,
      summary = "",
      returns = "",
      examples = {})
  public static final class NoMethod implements ScalarFunction {}

  /** Lacks the annotation of a parameter. */
  @SqlFunction(
      name = "no_arg",
      group = FunctionGroup.IMAGE,
      summary = "",
      returns = "",
      examples = {})
  public static final class NoArg implements ScalarFunction {
    public static int call(int value) {
      return value;
    }
  }

  /** Takes a type that SQL has not. */
  @SqlFunction(
      name = "odd_type",
      group = FunctionGroup.IMAGE,
      summary = "",
      returns = "",
      examples = {})
  public static final class OddType implements ScalarFunction {
    public static int call(@Arg(name = "value", doc = "") Date value) {
      return value.hashCode();
    }
  }

  /** May fail in a way that nobody handles. */
  @SqlFunction(
      name = "checked",
      group = FunctionGroup.IMAGE,
      summary = "",
      returns = "",
      examples = {})
  public static final class Checked implements ScalarFunction {
    public static int call() throws IOException {
      throw new IOException();
    }
  }

  /** Does not say what becomes of the picture. */
  @SqlFunction(
      name = "vague_end",
      group = FunctionGroup.IMAGE,
      summary = "",
      returns = "",
      examples = {})
  public static final class VagueEnd implements ImageFunction {
    public static ImageEnd call() {
      return new ImageEnd.ToPixels();
    }
  }

  /** Cannot be called from generated code. */
  @SqlFunction(
      name = "hidden",
      group = FunctionGroup.IMAGE,
      summary = "",
      returns = "",
      examples = {})
  static final class Hidden implements ScalarFunction {
    public static int call() {
      return 1;
    }
  }

  @Test
  void badClassesAreRefused() {
    assertRefused(new Bare(), "has no @SqlFunction");
    assertRefused(new NoMethod(), "has no public static method named call");
    assertRefused(new NoArg(), "has a parameter without @Arg");
    assertRefused(new Checked(), "declares a checked exception");
    assertRefused(
        new VagueEnd(), "returns neither ImageOp, List<ImageOp> nor one kind of ImageEnd");
    assertRefused(new Hidden(), "must be public, and its method too");
    assertThatThrownBy(() -> FunctionReader.read(new OddType()))
        .hasMessage("no Spark type stands for java.util.Date");
  }

  private static void assertRefused(FunctionContract function, String problem) {
    assertThatThrownBy(() -> FunctionReader.read(function))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the function " + function.getClass().getName() + " " + problem);
  }

  @Test
  void aFunctionIsReadFromItsClass() {
    FunctionDescriptor resize = FunctionCatalog.find("resize").orElseThrow();
    assertThat(resize.names()).containsExactly("resize", "image_resize");
    assertThat(resize.shortText()).isEqualTo("resize(image, width, height) or resize(image, size)");
    Overload first = resize.overloads().get(0);
    assertThat(first.arguments())
        .extracting(Argument::name)
        .containsExactly("image", "width", "height", "interpolation");
    assertThat(first.parameters())
        .extracting(Argument::name)
        .containsExactly("width", "height", "interpolation");
    assertThat(first.returns().dataType()).isEqualTo(ImageType.STRUCT);
  }
}
