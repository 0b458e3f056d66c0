package io.cerium.functions.model;

import io.cerium.engine.image.ImageOp;
import io.cerium.engine.image.Interpolation;
import io.cerium.engine.image.TensorFormat;
import io.cerium.engine.image.TensorFormat.ChannelOrder;
import io.cerium.engine.image.TensorFormat.Layout;
import io.cerium.engine.model.TensorSpec;
import io.cerium.engine.tensor.ElementType;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How a picture becomes a model's input: {@code resize}, {@code crop}, then {@code (pixel * scale -
 * mean) / std} by channel, in the layout that the graph has; an input of bytes takes the pixels as
 * they are.
 *
 * @param recipe the steps for a file's bytes
 * @param format the numbers that the model takes
 */
public record Preprocessing(List<ImageOp> recipe, TensorFormat format) implements Serializable {
  public Preprocessing {
    recipe = List.copyOf(recipe);
  }

  /** The named sets of options that {@code preprocess} takes. */
  enum Preset {
    /** torchvision's evaluation transform: 256/224 of the input's size, then the centre. */
    IMAGENET(256f / 224, 1f / 255, rgb(0.485f, 0.456f, 0.406f), rgb(0.229f, 0.224f, 0.225f)),
    /** Keras' mode "tf": -1 to 1. */
    TF(1, 1 / 127.5f, rgb(1), rgb(1)),
    /** OpenAI's CLIP. */
    CLIP(
        1,
        1f / 255,
        rgb(0.48145467f, 0.4578275f, 0.40821072f),
        rgb(0.26862955f, 0.2613026f, 0.2757771f)),
    /** Pixels from 0 to 255 as they are. */
    NONE(1, 1, rgb(0), rgb(1));

    private final float margin;
    private final float scale;
    private final float[] mean;
    private final float[] std;

    Preset(float margin, float scale, float[] mean, float[] std) {
      this.margin = margin;
      this.scale = scale;
      this.mean = mean;
      this.std = std;
    }

    private static float[] rgb(float... values) {
      return values;
    }
  }

  /** Whether an input can be a picture: floats or bytes of rank 4 with 1 or 3 channels. */
  static boolean accepts(TensorSpec input) {
    return TensorFormat.TYPES.contains(input.type())
        && input.shape().rank() == 4
        && (isChannels(input.shape().dimension(1)) || isChannels(input.shape().dimension(3)));
  }

  private static boolean isChannels(long dimension) {
    return dimension == 1 || dimension == 3;
  }

  /** Whether an input takes pictures as bytes: only their size and channels can be chosen. */
  static boolean keepsPixels(TensorSpec input) {
    return accepts(input) && input.type() == ElementType.UINT8;
  }

  /**
   * Refuses the options that make other numbers of pixels, for an input that {@link #keepsPixels}.
   *
   * @throws io.cerium.engine.error.CeriumException MODEL_OPTION_INVALID
   */
  static void refuseNumbers(TensorSpec input, OptionValues options) {
    String problem = "but the input '" + input.name() + "' takes pixels from 0 to 255 as they are";
    for (ModelOption option : List.of(ModelOption.SCALE, ModelOption.MEAN, ModelOption.STD)) {
      if (options.text(option).isPresent()) {
        throw option.invalid("makes other numbers of pixels, " + problem, "Leave it out.");
      }
    }
    if (options.word(ModelOption.PREPROCESS, Preset.class).orElse(Preset.NONE) != Preset.NONE) {
      throw ModelOption.PREPROCESS.invalid(
          "makes other numbers of pixels, " + problem, "Leave it out, or give 'none'.");
    }
  }

  /**
   * Reads the options for an input that {@link #accepts} pictures.
   *
   * @throws io.cerium.engine.error.CeriumException MODEL_OPTION_INVALID for a value that makes no
   *     sense or does not fit the input
   */
  static Preprocessing of(TensorSpec input, OptionValues options) {
    boolean channelsFirst = isChannels(input.shape().dimension(1));
    int channels = (int) input.shape().dimension(channelsFirst ? 1 : 3);
    int height = (int) input.shape().dimension(channelsFirst ? 2 : 1);
    int width = (int) input.shape().dimension(channelsFirst ? 3 : 2);
    Optional<int[]> resize =
        options.text(ModelOption.RESIZE).map(text -> sides(ModelOption.RESIZE, text));
    Optional<int[]> crop =
        options.text(ModelOption.CROP).map(text -> square(ModelOption.CROP, text));
    int[] wanted = crop.or(() -> resize.filter(sides -> sides.length == 2)).orElse(null);
    if (width <= 0 || height <= 0) {
      if (wanted == null) {
        throw ModelOption.CROP.invalid(
            "is missing: the input '" + input.name() + "' leaves the size of a picture open",
            "Give the size, as in crop = 224.");
      }
      width = wanted[0];
      height = wanted[1];
    } else if (wanted != null && (wanted[0] != width || wanted[1] != height)) {
      ModelOption asked = crop.isPresent() ? ModelOption.CROP : ModelOption.RESIZE;
      throw asked.invalid(
          "gives " + wanted[0] + " x " + wanted[1] + " pixels",
          "The input '" + input.name() + "' takes " + width + " x " + height + ".");
    }
    Optional<Preset> preset = options.word(ModelOption.PREPROCESS, Preset.class);
    return new Preprocessing(
        recipe(resize, preset, width, height),
        format(options, preset, input.type(), channels, channelsFirst, width, height));
  }

  private static List<ImageOp> recipe(
      Optional<int[]> resize, Optional<Preset> preset, int width, int height) {
    List<ImageOp> ops = new ArrayList<>();
    if (resize.isPresent() && resize.get().length == 2) {
      int[] sides = resize.get();
      if (sides[0] < width || sides[1] < height) {
        throw ModelOption.RESIZE.invalid(
            "gives " + sides[0] + " x " + sides[1] + " pixels",
            "The input takes "
                + width
                + " x "
                + height
                + ": give at least "
                + width
                + "x"
                + height
                + ".");
      }
      ops.add(new ImageOp.Resize(sides[0], sides[1], Interpolation.AUTO));
    } else if (resize.isPresent()) {
      int shorter = resize.get()[0];
      // Of pictures that stand and pictures that lie, each has to cover the input.
      int least = Math.max(width, height);
      if (shorter < least) {
        throw ModelOption.RESIZE.invalid(
            "gives a shorter side of " + shorter + " pixels",
            "The input takes " + width + " x " + height + ": give at least " + least + ".");
      }
      ops.add(new ImageOp.ResizeShorterSide(shorter, Interpolation.AUTO));
    } else {
      float margin = preset.map(p -> p.margin).orElse(1f);
      ops.add(cover(Math.round(width * margin), Math.round(height * margin)));
    }
    ops.add(new ImageOp.CenterCrop(width, height));
    return ops;
  }

  private static ImageOp cover(int width, int height) {
    return width == height
        ? new ImageOp.ResizeShorterSide(width, Interpolation.AUTO)
        : new ImageOp.ResizeToCover(width, height, Interpolation.AUTO);
  }

  private static TensorFormat format(
      OptionValues options,
      Optional<Preset> preset,
      ElementType type,
      int channels,
      boolean channelsFirst,
      int width,
      int height) {
    ChannelOrder order =
        channels == 1
            ? ChannelOrder.GRAY
            : options
                .text(ModelOption.CHANNELS)
                .map(
                    text ->
                        switch (text.toLowerCase(Locale.ROOT)) {
                          case "rgb" -> ChannelOrder.RGB;
                          case "bgr" -> ChannelOrder.BGR;
                          default ->
                              throw ModelOption.CHANNELS.invalid(
                                  "cannot be '" + text + "'", "It takes one of 'rgb', 'bgr'.");
                        })
                .orElse(ChannelOrder.RGB);
    // Bytes stay as they are, whatever the options make of the pixels for a model's other pictures.
    boolean keeps = type == ElementType.UINT8;
    OptionValues given = keeps ? new OptionValues(Map.of()) : options;
    Optional<Preset> set = keeps ? Optional.of(Preset.NONE) : preset;
    float[] scale =
        given
            .channels(ModelOption.SCALE)
            .orElseGet(() -> new float[] {set.map(p -> p.scale).orElse(1f / 255)});
    float[] mean =
        given
            .channels(ModelOption.MEAN)
            .orElseGet(() -> set.map(p -> p.mean).orElse(new float[] {0}));
    float[] std =
        given
            .channels(ModelOption.STD)
            .orElseGet(() -> set.map(p -> p.std).orElse(new float[] {1}));
    for (float divisor : std) {
      if (divisor == 0) {
        throw ModelOption.STD.invalid("is 0", "It is a divisor: leave it out for 1.");
      }
    }
    return new TensorFormat(
        width,
        height,
        order,
        channelsFirst ? Layout.CHW : Layout.HWC,
        spread(ModelOption.SCALE, scale, order.channels()),
        spread(ModelOption.MEAN, mean, order.channels()),
        spread(ModelOption.STD, std, order.channels()),
        type);
  }

  private static float[] spread(ModelOption option, float[] values, int channels) {
    if (values.length == channels) {
      return values.clone();
    }
    if (values.length != 1) {
      throw option.invalid(
          "has " + values.length + " values, but the input has " + channels + " channel",
          "Give one number.");
    }
    float[] all = new float[channels];
    Arrays.fill(all, values[0]);
    return all;
  }

  private static int[] sides(ModelOption option, String text) {
    String[] parts = text.toLowerCase(Locale.ROOT).split("x", -1);
    if (parts.length > 2) {
      throw option.invalid("cannot be '" + text + "'", "It takes 256 (shorter side) or '256x256'.");
    }
    int[] sides = new int[parts.length];
    for (int i = 0; i < parts.length; i++) {
      sides[i] = OptionValues.positive(option, parts[i], Integer.MAX_VALUE);
    }
    return sides;
  }

  private static int[] square(ModelOption option, String text) {
    int[] sides = sides(option, text);
    return sides.length == 2 ? sides : new int[] {sides[0], sides[0]};
  }

  /** The steps for pixels: an image of the input's size is taken as it is. */
  List<ImageOp> forPixels() {
    return List.of(
        new ImageOp.UnlessSize(
            format.width(),
            format.height(),
            List.of(new ImageOp.Resize(format.width(), format.height(), Interpolation.AUTO))));
  }
}
