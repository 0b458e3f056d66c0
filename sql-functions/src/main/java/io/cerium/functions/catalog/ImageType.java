package io.cerium.functions.catalog;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.engine.image.EncodedImage;
import io.cerium.engine.image.Image;
import io.cerium.engine.image.Pixels;
import java.util.HexFormat;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.types.DataTypeUtils;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Pictures: BINARY holds the bytes of a file; the struct is Spark's own, as its {@code image}
 * source gives it, pixels as OpenCV keeps them (BGR).
 */
public enum ImageType implements SparkType {
  INSTANCE;

  /** Spark's image struct. */
  public static final StructType STRUCT =
      DataTypes.createStructType(
          new StructField[] {
            DataTypes.createStructField("origin", DataTypes.StringType, true),
            DataTypes.createStructField("height", DataTypes.IntegerType, false),
            DataTypes.createStructField("width", DataTypes.IntegerType, false),
            DataTypes.createStructField("nChannels", DataTypes.IntegerType, false),
            DataTypes.createStructField("mode", DataTypes.IntegerType, false),
            DataTypes.createStructField("data", DataTypes.BinaryType, false)
          });

  private static final UTF8String NO_ORIGIN = UTF8String.fromString("");
  private static final int HEAD_BYTES = 8;

  @Override
  public DataType dataType() {
    return STRUCT;
  }

  @Override
  public String text() {
    return "BINARY or image STRUCT";
  }

  @Override
  public boolean accepts(DataType type) {
    return type.equals(DataTypes.BinaryType)
        || DataTypeUtils.equalsIgnoreCaseAndNullability(type, STRUCT);
  }

  /**
   * @return an {@link Image} that shares the value's bytes; null for a struct without data
   * @throws CeriumException IMAGE_DECODE_FAILED for a struct whose fields do not fit each other
   */
  @Override
  public Object toJava(Object value, DataType type) {
    if (value instanceof byte[] bytes) {
      return new EncodedImage(bytes);
    }
    InternalRow row = (InternalRow) value;
    for (int i = 1; i < STRUCT.size(); i++) {
      if (row.isNullAt(i)) {
        return null;
      }
    }
    int height = row.getInt(1);
    int width = row.getInt(2);
    int channels = row.getInt(3);
    int mode = row.getInt(4);
    byte[] data = row.getBinary(5);
    if (height < 1 || width < 1) {
      throw unreadable(row, width + " x " + height + " pixels");
    }
    if ((channels != 1 && channels != 3 && channels != 4) || mode != mode(channels)) {
      throw unreadable(
          row,
          "nChannels "
              + channels
              + " and mode "
              + mode
              + "; known are 1 with mode 0, 3 with mode 16 and 4 with mode 24");
    }
    if ((long) height * width * channels != data.length) {
      throw unreadable(
          row,
          width
              + " x "
              + height
              + " pixels of "
              + channels
              + " bytes, which is not the length of its data");
    }
    return new Pixels(width, height, channels, data);
  }

  @Override
  public Object toCatalyst(Object value) {
    return toStruct((Pixels) value, NO_ORIGIN);
  }

  /** The struct of a picture that was made of {@code source}, whose origin it keeps. */
  public InternalRow toStruct(Pixels pixels, Object source) {
    return toStruct(
        pixels,
        source instanceof InternalRow row && !row.isNullAt(0) ? row.getUTF8String(0) : NO_ORIGIN);
  }

  private static InternalRow toStruct(Pixels pixels, UTF8String origin) {
    return new GenericInternalRow(
        new Object[] {
          origin,
          pixels.height(),
          pixels.width(),
          pixels.channels(),
          mode(pixels.channels()),
          pixels.data()
        });
  }

  /** OpenCV's number for 8-bit pixels of so many channels. */
  private static int mode(int channels) {
    return (channels - 1) << 3;
  }

  private static CeriumException unreadable(InternalRow row, String saying) {
    byte[] data = row.getBinary(5);
    String origin = row.isNullAt(0) ? "" : row.getUTF8String(0).toString();
    int length = Math.min(data.length, HEAD_BYTES);
    String head = HexFormat.ofDelimiter(" ").withUpperCase().formatHex(data, 0, length);
    return CeriumException.of(
        ErrorCode.IMAGE_DECODE_FAILED,
        "reason",
        "the image struct " + (origin.isEmpty() ? "" : "of '" + origin + "' ") + "says " + saying,
        "size",
        Integer.toString(data.length),
        "head",
        length == 0 ? "none" : "'" + head + "'");
  }
}
