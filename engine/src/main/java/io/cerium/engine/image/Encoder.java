package io.cerium.engine.image;

import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_WEBP_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGRA2BGR;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.opencv_core.Mat;

/** Writes a picture as the bytes of a file. */
final class Encoder {
  private Encoder() {}

  static byte[] encode(Picture picture, ImageFormat format, int quality) {
    int longest = format == ImageFormat.WEBP ? 16_383 : 65_500;
    if (format != ImageFormat.PNG && Math.max(picture.width(), picture.height()) > longest) {
      throw failed(picture, format, "no side can be longer than " + longest, null);
    }
    try (Mat opaque = new Mat();
        IntPointer parameters = parameters(format, quality);
        BytePointer target = new BytePointer()) {
      Mat source = picture.mat();
      if (format == ImageFormat.JPEG && source.channels() == 4) {
        cvtColor(source, opaque, COLOR_BGRA2BGR);
        source = opaque;
      }
      write(picture, source, format, target, parameters);
      byte[] bytes = picture.newArray(target.limit());
      target.get(bytes);
      return bytes;
    } catch (ArithmeticException e) {
      throw failed(picture, format, "the file would have more than 2 GiB", e);
    }
  }

  private static void write(
      Picture picture, Mat source, ImageFormat format, BytePointer target, IntPointer parameters) {
    boolean written;
    try {
      written = imencode(extension(format), source, target, parameters);
    } catch (RuntimeException e) {
      throw failed(picture, format, String.valueOf(e.getMessage()).strip(), e);
    }
    if (!written) {
      throw failed(picture, format, "the encoder refused it", null);
    }
  }

  private static String extension(ImageFormat format) {
    return switch (format) {
      case JPEG -> ".jpg";
      case PNG -> ".png";
      case WEBP -> ".webp";
    };
  }

  private static IntPointer parameters(ImageFormat format, int quality) {
    return switch (format) {
      case JPEG -> new IntPointer(new int[] {IMWRITE_JPEG_QUALITY, quality});
      case PNG -> new IntPointer(new int[0]);
      case WEBP -> new IntPointer(new int[] {IMWRITE_WEBP_QUALITY, quality});
    };
  }

  private static CeriumException failed(
      Picture picture, ImageFormat format, String reason, Throwable cause) {
    return CeriumException.causedBy(
        cause,
        ErrorCode.IMAGE_ENCODE_FAILED,
        "width",
        Integer.toString(picture.width()),
        "height",
        Integer.toString(picture.height()),
        "format",
        format.name(),
        "reason",
        reason);
  }
}
