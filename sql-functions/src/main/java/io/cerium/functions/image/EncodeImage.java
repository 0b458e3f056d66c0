package io.cerium.functions.image;

import com.google.auto.service.AutoService;
import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.engine.image.ImageEnd;
import io.cerium.engine.image.ImageFormat;
import io.cerium.functions.spi.Arg;
import io.cerium.functions.spi.Example;
import io.cerium.functions.spi.FunctionContract;
import io.cerium.functions.spi.FunctionGroup;
import io.cerium.functions.spi.ImageFunction;
import io.cerium.functions.spi.SqlFunction;

/** {@code encode_image}: the bytes of a file from pixels. */
@AutoService(FunctionContract.class)
@SqlFunction(
    name = "encode_image",
    group = FunctionGroup.IMAGE,
    summary = "Encodes a picture as the bytes of an image file.",
    returns = "BINARY",
    examples = {
      @Example(
          sql =
              "SELECT image_info(encode_image(resize(content, 64, 48), 'png')).format FROM photos"
                  + " WHERE photo = 'dog.jpg'",
          result = "png"),
      @Example(
          sql =
              "SELECT length(encode_image(content, quality => 20)) < length(encode_image(content,"
                  + " quality => 95)) FROM photos WHERE photo = 'dog.jpg'",
          result = "true")
    },
    note = "JPEG has no alpha channel. The result holds no EXIF: the picture is upright already.")
public final class EncodeImage implements ImageFunction {
  /** The form of the file. */
  public static ImageEnd.ToEncoded call(
      @Arg(name = "format", doc = "of the file", defaultValue = "'jpeg'") ImageFormat format,
      @Arg(
              name = "quality",
              doc = "1 (small) to 100 (good), without meaning for png",
              defaultValue = "90")
          int quality) {
    if (quality < 1 || quality > 100) {
      throw CeriumException.of(
          ErrorCode.ARGUMENT_INVALID,
          "argument",
          "quality",
          "function",
          "encode_image",
          "problem",
          "cannot be " + quality,
          "remedy",
          "Give a number from 1 (small) to 100 (good).");
    }
    return new ImageEnd.ToEncoded(format, quality);
  }
}
