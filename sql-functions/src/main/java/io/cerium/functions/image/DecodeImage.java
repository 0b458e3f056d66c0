package io.cerium.functions.image;

import com.google.auto.service.AutoService;
import io.cerium.engine.image.ImageOp;
import io.cerium.functions.spi.Example;
import io.cerium.functions.spi.FunctionContract;
import io.cerium.functions.spi.FunctionGroup;
import io.cerium.functions.spi.ImageFunction;
import io.cerium.functions.spi.SqlFunction;
import java.util.List;

/** {@code decode_image}: the pixels of a file. */
@AutoService(FunctionContract.class)
@SqlFunction(
    name = "decode_image",
    group = FunctionGroup.IMAGE,
    summary = "Decodes the bytes of an image file to pixels, upright by its EXIF orientation.",
    input = "content",
    returns =
        "Spark's image STRUCT<origin, height, width, nChannels, mode, data>: 8 bits a sample; grey"
            + " has 1 channel, colour 3 (BGR), colour with alpha 4 (BGRA)",
    examples = {
      @Example(
          sql =
              "SELECT picture.width, picture.height, picture.nChannels FROM (SELECT"
                  + " decode_image(content) AS picture FROM photos WHERE photo = 'dog.jpg')",
          result = "1024\t768\t3")
    },
    note =
        "A value that is no image fails the query; try_decode_image gives NULL for it. Of an"
            + " animation the first picture is taken.")
public final class DecodeImage implements ImageFunction {
  /** Decoding is all there is to do. */
  public static List<ImageOp> call() {
    return List.of();
  }
}
