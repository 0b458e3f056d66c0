package io.cerium.engine.image;

import static org.bytedeco.opencv.global.opencv_core.CV_16F;
import static org.bytedeco.opencv.global.opencv_core.CV_16S;
import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.CV_8U;
import static org.bytedeco.opencv.global.opencv_core.CV_MAKETYPE;
import static org.bytedeco.opencv.global.opencv_core.extractChannel;
import static org.bytedeco.opencv.global.opencv_core.insertChannel;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGRA2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;

/** Writes the normalised pixels of a picture to the memory of a tensor, without a copy between. */
final class TensorWriter {
  private TensorWriter() {}

  static void write(Picture picture, TensorFormat format, ByteBuffer slice) {
    requireSize(picture, format);
    // A pointer to the buffer's memory at its position, which owns nothing.
    try (BytePointer memory = new BytePointer(slice);
        Mat grey = new Mat()) {
      Mat source = picture.mat();
      if (format.order() == TensorFormat.ChannelOrder.GRAY && source.channels() > 1) {
        cvtColor(source, grey, source.channels() == 3 ? COLOR_BGR2GRAY : COLOR_BGRA2GRAY);
        source = grey;
      }
      switch (format.layout()) {
        case CHW -> writePlanes(source, format, memory);
        case HWC -> writeInterleaved(source, format, memory);
      }
    } finally {
      // The pointer does not keep the buffer's memory alive.
      Reference.reachabilityFence(slice);
    }
  }

  private static void writePlanes(Mat source, TensorFormat format, BytePointer memory) {
    long planeBytes = format.bytes() / format.order().channels();
    try (Mat channel = new Mat()) {
      for (int c = 0; c < format.order().channels(); c++) {
        try (BytePointer start = memory.getPointer(c * planeBytes);
            Mat plane = new Mat(format.height(), format.width(), depth(format), start)) {
          normalise(source, channel, format, c, plane);
        }
      }
    }
  }

  private static void writeInterleaved(Mat source, TensorFormat format, BytePointer memory) {
    int channels = format.order().channels();
    // OpenCV does not move halves, but any two bytes.
    int moved = depth(format) == CV_16F ? CV_16S : depth(format);
    try (Mat channel = new Mat();
        Mat plane = new Mat();
        Mat target =
            new Mat(format.height(), format.width(), CV_MAKETYPE(moved, channels), memory)) {
      for (int c = 0; c < channels; c++) {
        normalise(source, channel, format, c, plane);
        try (BytePointer start = plane.data();
            Mat bits = new Mat(format.height(), format.width(), moved, start)) {
          insertChannel(bits, target, c);
        }
      }
    }
  }

  /** {@code (pixel * scale - mean) / std}, as the one multiplication and addition it comes to. */
  private static void normalise(Mat source, Mat channel, TensorFormat format, int c, Mat target) {
    double factor = (double) format.scale()[c] / format.std()[c];
    double offset = -(double) format.mean()[c] / format.std()[c];
    Mat samples = source;
    if (source.channels() > 1) {
      int index = format.order() == TensorFormat.ChannelOrder.RGB ? 2 - c : c;
      extractChannel(source, channel, index);
      samples = channel;
    }
    samples.convertTo(target, depth(format), factor, offset);
  }

  private static int depth(TensorFormat format) {
    return switch (format.type()) {
      case UINT8 -> CV_8U;
      case FLOAT16 -> CV_16F;
      default -> CV_32F;
    };
  }

  private static void requireSize(Picture picture, TensorFormat format) {
    if (picture.width() != format.width() || picture.height() != format.height()) {
      throw CeriumException.of(
          ErrorCode.IMAGE_SIZE_MISMATCH,
          "width",
          Integer.toString(picture.width()),
          "height",
          Integer.toString(picture.height()),
          "expected",
          format.width() + " x " + format.height());
    }
  }

  /** A wrong slice is a mistake of the caller, and native code would write past its end. */
  static void requireWritable(ByteBuffer slice, TensorFormat format) {
    if (!slice.isDirect() || slice.isReadOnly()) {
      throw new IllegalArgumentException("a tensor needs a direct buffer that can be written");
    }
    if (slice.order() != ByteOrder.nativeOrder()) {
      throw new IllegalArgumentException("a tensor needs the byte order of the machine");
    }
    if (slice.remaining() < format.bytes()) {
      throw new IllegalArgumentException(
          format.bytes() + " bytes needed, " + slice.remaining() + " remaining");
    }
  }
}
