package io.cerium.engine.image;

import static io.cerium.engine.image.TestImages.pipeline;
import static io.cerium.engine.image.TestImages.tensor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.image.TensorFormat.ChannelOrder;
import io.cerium.engine.image.TensorFormat.Layout;
import io.cerium.engine.tensor.ElementType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TensorWriterTest {
  /** Two pixels: (B, G, R) = (10, 20, 30) and (40, 50, 60). */
  private static final Pixels TWO = new Pixels(2, 1, 3, new byte[] {10, 20, 30, 40, 50, 60});

  private static TensorFormat plain(ChannelOrder order, Layout layout) {
    int n = order.channels();
    float[] ones = {1, 1, 1};
    return new TensorFormat(
        2,
        1,
        order,
        layout,
        java.util.Arrays.copyOf(ones, n),
        new float[n],
        java.util.Arrays.copyOf(ones, n));
  }

  private static Stream<Object[]> tensors() {
    return TestImages.table("tensors.csv").stream().map(row -> (Object[]) row);
  }

  @ParameterizedTest
  @MethodSource("tensors")
  void writesThePlanesOfTheReference(String file, int plane, int row, String values) {
    float[] tensor =
        tensor(TestImages.lite0Pipeline(), TestImages.photo(file), TestImages.lite0Format());
    String[] expected = values.split(" ", -1);
    for (int x = 0; x < 224; x++) {
      // 1 of 255 by the resizing (see resizesAsTheReference), divided by 128; and 1e-6 for floats
      // of
      // up to 1, whose step is 6e-8, against the reference's doubles.
      assertThat(tensor[(plane * 224 + row) * 224 + x])
          .isCloseTo(Float.parseFloat(expected[x]), offset(1 / 128f + 1e-6f));
    }
  }

  @Test
  void ordersChannelsAndLayout() {
    assertThat(tensor(pipeline(), TWO, plain(ChannelOrder.RGB, Layout.CHW)))
        .containsExactly(30, 60, 20, 50, 10, 40);
    assertThat(tensor(pipeline(), TWO, plain(ChannelOrder.BGR, Layout.CHW)))
        .containsExactly(10, 40, 20, 50, 30, 60);
    assertThat(tensor(pipeline(), TWO, plain(ChannelOrder.RGB, Layout.HWC)))
        .containsExactly(30, 20, 10, 60, 50, 40);
    assertThat(tensor(pipeline(), TWO, plain(ChannelOrder.BGR, Layout.HWC)))
        .containsExactly(10, 20, 30, 40, 50, 60);
    // 0.114 B + 0.587 G + 0.299 R = 21.85 and 51.85, rounded
    for (Layout layout : Layout.values()) {
      assertThat(tensor(pipeline(), TWO, plain(ChannelOrder.GRAY, layout))).containsExactly(22, 52);
    }
  }

  @Test
  void repeatsGreyAndIgnoresAlpha() {
    Pixels grey = new Pixels(2, 1, 1, new byte[] {7, 8});
    assertThat(tensor(pipeline(), grey, plain(ChannelOrder.RGB, Layout.CHW)))
        .containsExactly(7, 8, 7, 8, 7, 8);
    assertThat(tensor(pipeline(), grey, plain(ChannelOrder.BGR, Layout.HWC)))
        .containsExactly(7, 7, 7, 8, 8, 8);
    assertThat(tensor(pipeline(), grey, plain(ChannelOrder.GRAY, Layout.CHW)))
        .containsExactly(7, 8);
    Pixels alpha = new Pixels(2, 1, 4, new byte[] {10, 20, 30, 0, 40, 50, 60, -1});
    for (ChannelOrder order : ChannelOrder.values()) {
      assertThat(tensor(pipeline(), alpha, plain(order, Layout.CHW)))
          .isEqualTo(tensor(pipeline(), TWO, plain(order, Layout.CHW)));
    }
  }

  @Test
  void normalisesEachChannelByItsOwnNumbers() {
    for (Layout layout : Layout.values()) {
      TensorFormat format =
          new TensorFormat(
              2,
              1,
              ChannelOrder.RGB,
              layout,
              new float[] {1 / 255f, 1, 2},
              new float[] {0.5f, 10, 0},
              new float[] {0.25f, 2, 4});
      float[] values = tensor(pipeline(), TWO, format);
      float[] expected = {(30 / 255f - 0.5f) / 0.25f, (20 - 10) / 2f, 2 * 10 / 4f};
      int step = layout == Layout.CHW ? 2 : 1;
      for (int c = 0; c < 3; c++) {
        // 1 / 255 is no float; what is computed with it is off by some steps of 1.2e-7.
        assertThat(values[c * step]).isCloseTo(expected[c], offset(1e-6f));
      }
    }
  }

  @Test
  void writesHalves() {
    for (Layout layout : Layout.values()) {
      TensorFormat format =
          new TensorFormat(
              2,
              1,
              ChannelOrder.RGB,
              layout,
              new float[] {1, 1, 1},
              new float[] {0, 0, 30},
              new float[] {2, 40, 10},
              ElementType.FLOAT16);
      ByteBuffer slice = ByteBuffer.allocateDirect(12).order(ByteOrder.nativeOrder());
      pipeline().toTensor(TWO, format, slice);
      short[] halves = new short[6];
      slice.asShortBuffer().get(halves);
      // 15, 30; 0.5, 1.25; -2, 1 by NumPy's float16.
      assertThat(halves)
          .containsExactly(
              layout == Layout.CHW
                  ? new short[] {0x4B80, 0x4F80, 0x3800, 0x3D00, (short) 0xC000, 0x3C00}
                  : new short[] {0x4B80, 0x3800, (short) 0xC000, 0x4F80, 0x3D00, 0x3C00});
    }
  }

  private static TensorFormat bytes(ChannelOrder order, Layout layout) {
    TensorFormat plain = plain(order, layout);
    return new TensorFormat(
        2, 1, order, layout, plain.scale(), plain.mean(), plain.std(), ElementType.UINT8);
  }

  /** What is written between two bytes that stay as they are. */
  private static byte[] written(Pixels image, TensorFormat format) {
    int size = format.elements();
    ByteBuffer batch = ByteBuffer.allocateDirect(size + 2).order(ByteOrder.nativeOrder());
    batch.put(0, (byte) 77).put(size + 1, (byte) 77).position(1);
    pipeline().toTensor(image, format, batch);
    assertThat(batch.get(0)).isEqualTo((byte) 77);
    assertThat(batch.get(size + 1)).isEqualTo((byte) 77);
    byte[] values = new byte[size];
    batch.get(values);
    return values;
  }

  @Test
  void writesBytes() {
    Pixels two = new Pixels(2, 1, 3, new byte[] {0, 20, -1, 40, -128, 60});
    assertThat(written(two, bytes(ChannelOrder.RGB, Layout.CHW)))
        .containsExactly(-1, 60, 20, -128, 0, 40);
    assertThat(written(two, bytes(ChannelOrder.BGR, Layout.CHW)))
        .containsExactly(0, 40, 20, -128, -1, 60);
    assertThat(written(two, bytes(ChannelOrder.RGB, Layout.HWC)))
        .containsExactly(-1, 20, 0, 60, -128, 40);
    assertThat(written(two, bytes(ChannelOrder.BGR, Layout.HWC))).isEqualTo(two.data());
    for (Layout layout : Layout.values()) {
      assertThat(written(TWO, bytes(ChannelOrder.GRAY, layout))).containsExactly(22, 52);
    }
    Pixels grey = new Pixels(2, 1, 1, new byte[] {7, -1});
    assertThat(written(grey, bytes(ChannelOrder.RGB, Layout.CHW)))
        .containsExactly(7, -1, 7, -1, 7, -1);
    assertThat(written(grey, bytes(ChannelOrder.RGB, Layout.HWC)))
        .containsExactly(7, 7, 7, -1, -1, -1);
    assertThat(written(grey, bytes(ChannelOrder.GRAY, Layout.HWC))).containsExactly(7, -1);
  }

  @Test
  void roundsBytesAndEndsThemAtTheirLimits() {
    TensorFormat format =
        new TensorFormat(
            2,
            1,
            ChannelOrder.BGR,
            Layout.CHW,
            new float[] {1, 10, 1},
            new float[] {20, 0, 0},
            new float[] {1, 1, 8},
            ElementType.UINT8);
    // 10 - 20 and 40 - 20; 200 and 500; 30 / 8 and 60 / 8, which goes to the even 8.
    assertThat(written(TWO, format)).containsExactly(0, 20, (byte) 200, (byte) 255, 4, 8);
  }

  @Test
  void refusesTypesThatPixelsDoNotBecome() {
    assertThatThrownBy(
            () ->
                new TensorFormat(
                    2,
                    1,
                    ChannelOrder.GRAY,
                    Layout.CHW,
                    new float[1],
                    new float[1],
                    new float[1],
                    ElementType.INT8))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("pixels become one of [FLOAT16, FLOAT, UINT8], not INT8");
  }

  @Test
  void writesAtThePositionAndNowhereElse() {
    for (Layout layout : Layout.values()) {
      TensorFormat format = plain(ChannelOrder.RGB, layout);
      ByteBuffer batch = ByteBuffer.allocateDirect(24 * 3).order(ByteOrder.nativeOrder());
      batch.position(24);
      pipeline().toTensor(TWO, format, batch);
      assertThat(batch.position()).isEqualTo(24);
      for (int i = 0; i < 24; i++) {
        assertThat(batch.get(i)).isZero();
        assertThat(batch.get(48 + i)).isZero();
      }
      assertThat(batch.getFloat(24)).isEqualTo(30);
      assertThat(batch.getFloat(44)).isEqualTo(40);
      // A slice of a buffer has an address of its own.
      ByteBuffer slice = batch.slice(48, 24).order(ByteOrder.nativeOrder());
      pipeline().toTensor(TWO, format, slice);
      assertThat(batch.getFloat(48)).isEqualTo(30);
    }
  }

  @Test
  void refusesAPictureOfAnotherSize() {
    assertThatThrownBy(
            () -> tensor(pipeline(), TestImages.photo("cat.png"), TestImages.lite0Format()))
        .isInstanceOf(CeriumException.class)
        .hasMessageContaining(
            "[IMAGE_SIZE_MISMATCH] The image has 451 x 300 pixels, but 224 x 224");
  }

  @Test
  void refusesMemoryThatNativeCodeMustNotWrite() {
    TensorFormat format = plain(ChannelOrder.RGB, Layout.CHW);
    ByteBuffer direct = ByteBuffer.allocateDirect(24).order(ByteOrder.nativeOrder());
    Stream.of(
            ByteBuffer.allocate(24).order(ByteOrder.nativeOrder()),
            ByteBuffer.allocateDirect(24),
            direct.asReadOnlyBuffer().order(ByteOrder.nativeOrder()),
            direct.slice(0, 23).order(ByteOrder.nativeOrder()))
        .forEach(
            slice ->
                assertThatThrownBy(() -> pipeline().toTensor(TWO, format, slice))
                    .isInstanceOf(IllegalArgumentException.class));
  }
}
