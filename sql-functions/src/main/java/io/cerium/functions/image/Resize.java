package io.cerium.functions.image;

import com.google.auto.service.AutoService;
import io.cerium.engine.image.ImageOp;
import io.cerium.engine.image.Interpolation;
import io.cerium.functions.spi.Arg;
import io.cerium.functions.spi.Example;
import io.cerium.functions.spi.FunctionContract;
import io.cerium.functions.spi.FunctionGroup;
import io.cerium.functions.spi.ImageFunction;
import io.cerium.functions.spi.SqlFunction;

/** {@code resize}: another size, with or without another shape. */
@AutoService(FunctionContract.class)
@SqlFunction(
    name = "resize",
    aliases = "image_resize",
    group = FunctionGroup.IMAGE,
    summary =
        "Resizes a picture to a width and a height, or to a length of its shorter side with its"
            + " shape kept.",
    returns = "Spark's image STRUCT",
    examples = {
      @Example(
          sql =
              "SELECT small.width, small.height FROM (SELECT resize(content, 224, 160) AS small"
                  + " FROM photos WHERE photo = 'dog.jpg')",
          result = "224\t160"),
      @Example(
          sql =
              "SELECT small.width, small.height FROM (SELECT resize(content, size => 240,"
                  + " interpolation => 'cubic') AS small FROM photos WHERE photo = 'dog.jpg')",
          result = "320\t240")
    },
    note =
        "The width comes first. 'auto' is 'area' when both sides shrink, else 'linear'. A result of"
            + " more pixels than spark.cerium.image.max-pixels fails.")
public final class Resize implements ImageFunction {
  private static final String NAME = "resize";

  /** To a width and a height. */
  public static ImageOp call(
      @Arg(name = "width", doc = "of the result, in pixels") int width,
      @Arg(name = "height", doc = "of the result, in pixels") int height,
      @Arg(name = "interpolation", doc = "how pixels are found", defaultValue = "'auto'")
          Interpolation interpolation) {
    return new ImageOp.Resize(
        PixelSize.checked(NAME, "width", width),
        PixelSize.checked(NAME, "height", height),
        interpolation);
  }

  /** To a length of the shorter side. */
  public static ImageOp call(
      @Arg(name = "size", doc = "of the result's shorter side, in pixels") int size,
      @Arg(name = "interpolation", doc = "how pixels are found", defaultValue = "'auto'")
          Interpolation interpolation) {
    return new ImageOp.ResizeShorterSide(PixelSize.checked(NAME, "size", size), interpolation);
  }
}
