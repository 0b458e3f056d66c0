package io.cerium.functions.image;

import com.google.auto.service.AutoService;
import io.cerium.engine.image.Image;
import io.cerium.engine.image.ImageInfo;
import io.cerium.functions.spi.Arg;
import io.cerium.functions.spi.Example;
import io.cerium.functions.spi.FunctionContract;
import io.cerium.functions.spi.FunctionGroup;
import io.cerium.functions.spi.ScalarFunction;
import io.cerium.functions.spi.SqlFunction;

/** {@code image_info}: what a file's header tells. */
@AutoService(FunctionContract.class)
@SqlFunction(
    name = "image_info",
    group = FunctionGroup.IMAGE,
    summary = "Tells what an image is by the header of its file, without decoding it.",
    returns =
        "STRUCT<format STRING, width INT, height INT, channels INT, orientation INT>: the size is"
            + " that of the upright picture; format is NULL for pixels; orientation is EXIF's, 1 to"
            + " 8, 1 where there is none",
    examples = {
      @Example(
          sql = "SELECT image_info(content).format FROM photos WHERE photo = 'red-panda.webp'",
          result = "webp"),
      @Example(
          sql =
              "SELECT info.width, info.height FROM (SELECT image_info(content) AS info FROM photos"
                  + " WHERE photo = 'dog.jpg')",
          result = "1024\t768")
    },
    note =
        "A value that is no image fails the query; write image_info(try_decode_image(content)) to"
            + " get NULL for it, at the price of decoding. A file that is damaged behind its header"
            + " is not noticed.")
public final class ReadImageInfo implements ScalarFunction {
  /** Reads the header. */
  public static ImageInfo call(
      @Arg(name = "image", doc = "the bytes of a file, or Spark's image struct") Image image) {
    return ImageInfo.of(image);
  }
}
