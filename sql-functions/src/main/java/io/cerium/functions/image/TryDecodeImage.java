package io.cerium.functions.image;

import com.google.auto.service.AutoService;
import io.cerium.engine.image.ImageOp;
import io.cerium.functions.spi.Example;
import io.cerium.functions.spi.FunctionContract;
import io.cerium.functions.spi.FunctionGroup;
import io.cerium.functions.spi.ImageFunction;
import io.cerium.functions.spi.SqlFunction;
import io.cerium.functions.spi.SqlFunction.OnFailure;
import java.util.List;

/** {@code try_decode_image}: the pixels of a file, NULL where there are none. */
@AutoService(FunctionContract.class)
@SqlFunction(
    name = "try_decode_image",
    group = FunctionGroup.IMAGE,
    summary = "As decode_image, but gives NULL for a value that is no image or is too large.",
    input = "content",
    returns = "Spark's image STRUCT; NULL where decode_image would fail",
    onFailure = OnFailure.NULL,
    examples = {
      @Example(sql = "SELECT try_decode_image(X'0123') IS NULL", result = "true"),
      @Example(
          sql = "SELECT count(*) FROM photos WHERE try_decode_image(content) IS NULL",
          result = "0")
    },
    note = "A fault of the machine, such as a native library that is missing, still fails.")
public final class TryDecodeImage implements ImageFunction {
  /** Decoding is all there is to do. */
  public static List<ImageOp> call() {
    return List.of();
  }
}
