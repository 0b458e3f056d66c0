package io.cerium.functions.model;

import static org.apache.spark.sql.types.DataTypes.BinaryType;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.engine.image.Image;
import io.cerium.engine.image.ImagePipeline;
import io.cerium.engine.image.TensorFormat;
import io.cerium.engine.model.TensorSpec;
import io.cerium.engine.tensor.ElementType;
import io.cerium.functions.catalog.ImageType;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;

/** How one input tensor of a model is filled from the values of a row; compared by value. */
sealed interface TensorFeed extends Serializable {
  TensorSpec tensor();

  /** The values of the row that are read, as indexes into the call's inputs. */
  List<Integer> inputs();

  /** A picture, decoded straight into its slice of the batch. */
  record Picture(
      TensorSpec tensor, int input, boolean encoded, ImagePipeline pipeline, TensorFormat format)
      implements TensorFeed {
    @Override
    public List<Integer> inputs() {
      return List.of(input);
    }

    /** False if the value is an image struct without data, which counts as NULL. */
    boolean write(InternalRow row, ByteBuffer slice) {
      Object value = encoded ? row.getBinary(input) : row.getStruct(input, ImageType.STRUCT.size());
      Image image =
          (Image) ImageType.INSTANCE.toJava(value, encoded ? BinaryType : ImageType.STRUCT);
      if (image != null) {
        pipeline.toTensor(image, format, slice);
      }
      return image != null;
    }
  }

  /**
   * Numbers of one type, one column an element of the tensor's row.
   *
   * @param narrowed of each column whether it is a DOUBLE for a tensor of narrower numbers
   */
  record Columns(TensorSpec tensor, List<Integer> inputs, List<Boolean> narrowed)
      implements TensorFeed {
    public Columns {
      inputs = List.copyOf(inputs);
      narrowed = List.copyOf(narrowed);
    }

    void write(InternalRow row, ByteBuffer slice) {
      for (int i = 0; i < inputs.size(); i++) {
        int input = inputs.get(i);
        if (narrowed.get(i)) {
          FloatNumbers.put(tensor, row.getDouble(input), slice);
          continue;
        }
        switch (tensor.type()) {
          case FLOAT, FLOAT16, BFLOAT16 -> FloatNumbers.put(tensor, row.getFloat(input), slice);
          case DOUBLE -> slice.putDouble(row.getDouble(input));
          case BOOL -> slice.put((byte) (row.getBoolean(input) ? 1 : 0));
          default -> WholeNumbers.put(tensor, row.getLong(input), slice);
        }
      }
    }
  }

  /**
   * An array, whose elements are those of the tensor's row in row-major order.
   *
   * @param narrowed whether they are DOUBLE for a tensor of narrower numbers
   */
  record Elements(TensorSpec tensor, int input, boolean narrowed) implements TensorFeed {
    @Override
    public List<Integer> inputs() {
      return List.of(input);
    }

    void write(InternalRow row, ByteBuffer slice) {
      ArrayData array = row.getArray(input);
      long expected = tensor.shape().row().elements();
      if (array.numElements() != expected) {
        throw CeriumException.of(
            ErrorCode.MODEL_INPUT_INVALID,
            "input",
            tensor.name(),
            "problem",
            "has " + array.numElements() + " elements where the model takes " + expected);
      }
      for (int i = 0; i < array.numElements(); i++) {
        if (array.isNullAt(i)) {
          throw CeriumException.of(
              ErrorCode.MODEL_INPUT_INVALID,
              "input",
              tensor.name(),
              "problem",
              "has a NULL element at position " + i);
        }
        if (narrowed) {
          FloatNumbers.put(tensor, array.getDouble(i), slice);
          continue;
        }
        switch (tensor.type()) {
          case FLOAT, FLOAT16, BFLOAT16 -> FloatNumbers.put(tensor, array.getFloat(i), slice);
          case DOUBLE -> slice.putDouble(array.getDouble(i));
          case BOOL -> slice.put((byte) (array.getBoolean(i) ? 1 : 0));
          default -> WholeNumbers.put(tensor, array.getLong(i), slice);
        }
      }
    }
  }

  /** A Spark ML vector, dense or sparse. */
  record MlVector(TensorSpec tensor, int input) implements TensorFeed {
    /** Spark's encoding: type, size, indices, values; a sparse vector has type 0. */
    private static final int FIELDS = 4;

    @Override
    public List<Integer> inputs() {
      return List.of(input);
    }

    void write(InternalRow row, ByteBuffer slice) {
      InternalRow vector = row.getStruct(input, FIELDS);
      boolean sparse = vector.getByte(0) == 0;
      ArrayData values = vector.getArray(3);
      long size = sparse ? vector.getInt(1) : values.numElements();
      int elements = Math.toIntExact(tensor.shape().row().elements());
      if (size != elements) {
        throw CeriumException.of(
            ErrorCode.MODEL_INPUT_INVALID,
            "input",
            tensor.name(),
            "problem",
            "has " + size + " elements where the model takes " + elements);
      }
      double[] dense = new double[elements];
      ArrayData indices = sparse ? vector.getArray(2) : null;
      for (int i = 0; i < values.numElements(); i++) {
        dense[sparse ? indices.getInt(i) : i] = values.getDouble(i);
      }
      for (double value : dense) {
        if (tensor.type() == ElementType.DOUBLE) {
          slice.putDouble(value);
        } else {
          FloatNumbers.put(tensor, value, slice);
        }
      }
    }
  }

  /** Text, one string a row. */
  record Text(TensorSpec tensor, int input) implements TensorFeed {
    @Override
    public List<Integer> inputs() {
      return List.of(input);
    }

    String read(InternalRow row) {
      String text = row.getUTF8String(input).toString();
      // The runtimes' Java sides hand text on in Java's own UTF-8, which differs for these.
      text.codePoints()
          .filter(c -> c == 0 || c > Character.MAX_VALUE || Character.isSurrogate((char) c))
          .findFirst()
          .ifPresent(
              c -> {
                throw CeriumException.of(
                    ErrorCode.MODEL_INPUT_INVALID,
                    "input",
                    tensor.name(),
                    "problem",
                    String.format(
                        Locale.ROOT, "has the character U+%04X, which models do not get whole", c));
              });
      return text;
    }
  }
}
