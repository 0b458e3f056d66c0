package io.cerium.engine.image;

import io.cerium.engine.tensor.ElementType;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * How pixels become the numbers of a tensor: {@code (pixel * scale - mean) / std} by channel.
 *
 * <p>A grey picture gives the same plane to each channel; alpha is ignored, so that transparent
 * pixels count with the colour that they are stored with.
 *
 * @param width of the tensor, in pixels
 * @param height of the tensor, in pixels
 * @param order the channels and their order
 * @param layout where the channel dimension stands
 * @param scale one value a channel, in the order of {@code order}
 * @param mean one value a channel
 * @param std one value a channel, none of them 0
 * @param type of the numbers: FLOAT, FLOAT16 or UINT8, to which they are rounded and in which they
 *     end at 0 and 255
 */
public record TensorFormat(
    int width,
    int height,
    ChannelOrder order,
    Layout layout,
    float[] scale,
    float[] mean,
    float[] std,
    ElementType type)
    implements Serializable {
  /** What pixels can become. */
  public static final Set<ElementType> TYPES =
      Collections.unmodifiableSet(
          EnumSet.of(ElementType.FLOAT, ElementType.FLOAT16, ElementType.UINT8));

  /**
   * @throws IllegalArgumentException for other types
   */
  public TensorFormat {
    if (!TYPES.contains(type)) {
      throw new IllegalArgumentException("pixels become one of " + TYPES + ", not " + type);
    }
  }

  /** The same in 32 bits. */
  public TensorFormat(
      int width,
      int height,
      ChannelOrder order,
      Layout layout,
      float[] scale,
      float[] mean,
      float[] std) {
    this(width, height, order, layout, scale, mean, std, ElementType.FLOAT);
  }

  /** Which channels there are, and in which order. */
  public enum ChannelOrder {
    GRAY(1),
    RGB(3),
    BGR(3);

    private final int channels;

    ChannelOrder(int channels) {
      this.channels = channels;
    }

    public int channels() {
      return channels;
    }
  }

  /** Channels first (CHW) or last (HWC). */
  public enum Layout {
    CHW,
    HWC
  }

  /** The number of elements of one picture. */
  public int elements() {
    return width * height * order.channels();
  }

  /** The bytes of one picture. */
  public long bytes() {
    return (long) elements() * type.bytes();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TensorFormat that
        && width == that.width
        && height == that.height
        && order == that.order
        && layout == that.layout
        && type == that.type
        && Arrays.equals(scale, that.scale)
        && Arrays.equals(mean, that.mean)
        && Arrays.equals(std, that.std);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * width + height) + Arrays.hashCode(mean);
  }
}
