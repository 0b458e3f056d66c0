package io.cerium.engine.image;

import static org.bytedeco.opencv.global.opencv_core.CV_16U;
import static org.bytedeco.opencv.global.opencv_core.CV_8U;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_180;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_90_CLOCKWISE;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_90_COUNTERCLOCKWISE;
import static org.bytedeco.opencv.global.opencv_core.flip;
import static org.bytedeco.opencv.global.opencv_core.rotate;
import static org.bytedeco.opencv.global.opencv_core.transpose;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_UNCHANGED;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2BGRA;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGRA2BGR;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGRA2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_GRAY2BGR;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_GRAY2BGRA;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_mRGBA2RGBA;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;

import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;

/** From the bytes of a file, or from pixels, to an upright {@link Picture}. */
final class Decoder {
  /** 65535 / 255: what a sample of 16 bits is divided by, so that white stays white. */
  private static final double SIXTEEN_TO_EIGHT = 1 / 257.0;

  private Decoder() {}

  static Picture open(Image image, ImageLimits limits) {
    if (image instanceof Pixels pixels) {
      return open(pixels, limits);
    }
    byte[] bytes = ((EncodedImage) image).bytes();
    try {
      FileBytes file = new FileBytes(bytes);
      ImageHeader header = ImageHeader.read(file);
      Picture.requireWithin(limits, header.width(), header.height());
      List<FilePart> parts = header.format().picture(file);
      OpenCv.load();
      return open(bytes, parts, header, limits);
    } catch (UnreadableImageException e) {
      throw e.about(bytes);
    }
  }

  private static Picture open(Pixels pixels, ImageLimits limits) {
    OpenCv.load();
    BytePointer data = new BytePointer(pixels.data());
    Mat mat = new Mat(pixels.height(), pixels.width(), CV_8UC(pixels.channels()), data);
    return new Picture(mat, data, limits);
  }

  private static Picture open(
      byte[] bytes, List<FilePart> parts, ImageHeader header, ImageLimits limits)
      throws UnreadableImageException {
    Picture picture = new Picture(decode(bytes, parts, header), null, limits);
    try {
      requireAsPromised(picture.mat(), header);
      toEightBits(picture);
      divideByAlpha(picture, header);
      toChannels(picture, header.channels());
      turnUpright(picture, header);
      return picture;
    } catch (UnreadableImageException | RuntimeException e) {
      picture.close();
      throw e;
    }
  }

  private static Mat decode(byte[] bytes, List<FilePart> parts, ImageHeader header)
      throws UnreadableImageException {
    int length = parts.stream().mapToInt(FilePart::length).sum();
    try (BytePointer data = new BytePointer((long) length);
        Mat file = new Mat(1, length, CV_8U, data)) {
      for (FilePart part : parts) {
        data.put(bytes, part.from(), part.length()).position(data.position() + part.length());
      }
      // Without a target: a target that is used again keeps the last picture when this one fails.
      return imdecode(file, IMREAD_UNCHANGED);
    } catch (RuntimeException e) {
      String detail = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new UnreadableImageException(damaged(header) + " (" + detail + ")", e);
    }
  }

  private static String damaged(ImageHeader header) {
    return "the " + header.format() + " file is damaged, or of a kind that is not read";
  }

  /** The limit was checked by the header, so the picture has to be the one it promised. */
  private static void requireAsPromised(Mat mat, ImageHeader header)
      throws UnreadableImageException {
    if (mat.empty()) {
      throw new UnreadableImageException(damaged(header));
    }
    boolean asStored = mat.cols() == header.width() && mat.rows() == header.height();
    boolean turned = mat.cols() == header.height() && mat.rows() == header.width();
    if (!asStored && !(turned && header.format() == FileFormat.TIFF)) {
      throw new UnreadableImageException(
          "the picture has not the size that the header of the " + header.format() + " file says");
    }
    if (mat.depth() != CV_8U && mat.depth() != CV_16U) {
      throw new UnreadableImageException(
          "the " + header.format() + " file holds numbers, not pixels of 8 or 16 bits");
    }
  }

  private static void toEightBits(Picture picture) {
    Mat mat = picture.mat();
    if (mat.depth() == CV_16U) {
      picture.replace(eight -> mat.convertTo(eight, CV_8U, SIXTEEN_TO_EIGHT, 0));
    }
  }

  private static void divideByAlpha(Picture picture, ImageHeader header) {
    Mat mat = picture.mat();
    if (header.premultiplied() && mat.channels() == 4) {
      picture.replace(straight -> cvtColor(mat, straight, COLOR_mRGBA2RGBA));
    }
  }

  /** The header decides, so that {@link ImageInfo} and the pixels agree. */
  private static void toChannels(Picture picture, int channels) throws UnreadableImageException {
    Mat mat = picture.mat();
    if (mat.channels() == channels) {
      return;
    }
    int code =
        switch (10 * mat.channels() + channels) {
          case 13 -> COLOR_GRAY2BGR;
          case 14 -> COLOR_GRAY2BGRA;
          case 31 -> COLOR_BGR2GRAY;
          case 34 -> COLOR_BGR2BGRA;
          case 41 -> COLOR_BGRA2GRAY;
          case 43 -> COLOR_BGRA2BGR;
          default -> throw new UnreadableImageException("it has " + mat.channels() + " channels");
        };
    picture.replace(converted -> cvtColor(mat, converted, code));
  }

  /** TIFF files come upright from their decoder, all others as they are stored. */
  private static void turnUpright(Picture picture, ImageHeader header) {
    if (header.orientation() != 1 && header.format() != FileFormat.TIFF) {
      Mat stored = picture.mat();
      picture.replace(upright -> turn(stored, upright, header.orientation()));
    }
  }

  private static void turn(Mat from, Mat to, int orientation) {
    switch (orientation) {
      case 2 -> flip(from, to, 1);
      case 3 -> rotate(from, to, ROTATE_180);
      case 4 -> flip(from, to, 0);
      case 5 -> transpose(from, to);
      case 6 -> rotate(from, to, ROTATE_90_CLOCKWISE);
      case 7 -> {
        transpose(from, to);
        flip(to, to, -1);
      }
      case 8 -> rotate(from, to, ROTATE_90_COUNTERCLOCKWISE);
      default -> throw new IllegalArgumentException("orientation " + orientation);
    }
  }
}
