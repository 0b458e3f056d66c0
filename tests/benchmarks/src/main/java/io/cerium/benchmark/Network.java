package io.cerium.benchmark;

import io.cerium.engine.image.ImageLimits;
import io.cerium.engine.image.ImageOp;
import io.cerium.engine.image.ImagePipeline;
import io.cerium.engine.image.Interpolation;
import io.cerium.engine.image.TensorFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A network that is measured: float32 [N,3,224,224] in, 1,000 logits out.
 *
 * @param name for options and reports
 * @param file the ONNX file
 * @param labels the file of its labels, or null if it has none that mean anything
 * @param mean of a pixel from 0 to 255
 * @param deviation of a pixel
 */
record Network(String name, Path file, Path labels, float mean, float deviation) {
  static final int SIDE = 224;
  static final int SHORTER_SIDE = 256;
  static final int CLASSES = 1000;

  /** The one that the quick start ships. */
  static final String SHIPPED = "efficientnet-lite0";

  /** The one of full size with random weights. */
  static final String RESNET = "resnet50";

  static Network resolve(String name) {
    return switch (name) {
      case SHIPPED -> {
        Path folder = Folders.examples().resolve("models/efficientnet-lite0");
        yield new Network(
            name,
            folder.resolve("efficientnet-lite0.onnx"),
            folder.resolve("labels.txt"),
            127,
            128);
      }
      case RESNET -> new Network(name, Folders.target().resolve("resnet50.onnx"), null, 120, 58);
      default ->
          throw new IllegalArgumentException(
              "no network '" + name + "'; there are " + SHIPPED + ", " + RESNET);
    };
  }

  /** The recipe, as options of a model. */
  Map<String, String> options() {
    return Map.of(
        "task",
        "classification",
        "resize",
        Integer.toString(SHORTER_SIDE),
        "crop",
        Integer.toString(SIDE),
        "scale",
        "1",
        "mean",
        Float.toString(mean),
        "std",
        Float.toString(deviation));
  }

  /** The same recipe for the engine. */
  ImagePipeline pipeline() {
    return new ImagePipeline(
        List.of(
            new ImageOp.ResizeShorterSide(SHORTER_SIDE, Interpolation.AUTO),
            new ImageOp.CenterCrop(SIDE, SIDE)),
        new ImageLimits(ImageLimits.MOST));
  }

  TensorFormat format() {
    return new TensorFormat(
        SIDE,
        SIDE,
        TensorFormat.ChannelOrder.RGB,
        TensorFormat.Layout.CHW,
        new float[] {1, 1, 1},
        new float[] {mean, mean, mean},
        new float[] {deviation, deviation, deviation});
  }

  List<String> labelTexts() {
    if (labels == null) {
      return IntStream.range(0, CLASSES).mapToObj(Integer::toString).toList();
    }
    try {
      return Files.readAllLines(labels);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
