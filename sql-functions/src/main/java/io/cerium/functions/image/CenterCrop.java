package io.cerium.functions.image;

import com.google.auto.service.AutoService;
import io.cerium.engine.image.ImageOp;
import io.cerium.functions.spi.Arg;
import io.cerium.functions.spi.Example;
import io.cerium.functions.spi.FunctionContract;
import io.cerium.functions.spi.FunctionGroup;
import io.cerium.functions.spi.ImageFunction;
import io.cerium.functions.spi.SqlFunction;

/** {@code center_crop}: the window in the middle. */
@AutoService(FunctionContract.class)
@SqlFunction(
    name = "center_crop",
    aliases = "image_center_crop",
    group = FunctionGroup.IMAGE,
    summary = "Cuts out the window in the middle of a picture; what lies outside of it is black.",
    returns = "Spark's image STRUCT of exactly that width and height",
    examples = {
      @Example(
          sql =
              "SELECT middle.width, middle.height FROM (SELECT center_crop(resize(content, 256),"
                  + " 224, 224) AS middle FROM photos WHERE photo = 'dog.jpg')",
          result = "224\t224")
    },
    note = "Where the border is an odd number of pixels, the smaller half is at the left and top.")
public final class CenterCrop implements ImageFunction {
  private static final String NAME = "center_crop";

  /** The window's size. */
  public static ImageOp call(
      @Arg(name = "width", doc = "of the window, in pixels") int width,
      @Arg(name = "height", doc = "of the window, in pixels") int height) {
    return new ImageOp.CenterCrop(
        PixelSize.checked(NAME, "width", width), PixelSize.checked(NAME, "height", height));
  }
}
