package io.cerium.engine.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import shade.com.google.protobuf.ByteString;
import shade.com.google.protobuf.CodedInputStream;
import shade.com.google.protobuf.InvalidProtocolBufferException;
import shade.com.google.protobuf.UnknownFieldSet;
import shade.com.google.protobuf.WireFormat;

/**
 * Reads the ONNX file format (protobuf). A file is mostly weights, which only the runtime needs:
 * {@link #read} leaves their values out, so that a large model does not pass through the heap.
 */
final class OnnxStructure {
  /** The fields of a tensor that hold its values. */
  private static final Set<Integer> VALUES =
      Set.of(
          TensorProto.FLOAT_DATA_FIELD_NUMBER,
          TensorProto.INT32_DATA_FIELD_NUMBER,
          TensorProto.STRING_DATA_FIELD_NUMBER,
          TensorProto.INT64_DATA_FIELD_NUMBER,
          TensorProto.RAW_DATA_FIELD_NUMBER,
          TensorProto.DOUBLE_DATA_FIELD_NUMBER,
          TensorProto.UINT64_DATA_FIELD_NUMBER);

  private OnnxStructure() {}

  /** The model without the values of its initializers. */
  static ModelProto read(InputStream stream) throws IOException {
    return ModelProto.parseFrom(strip(coded(stream), OnnxStructure::stripModelField));
  }

  /** The model with all its values. */
  static ModelProto readWhole(InputStream stream) throws IOException {
    return ModelProto.parseFrom(coded(stream));
  }

  /** Reads one field into {@code kept}, or skips it. */
  private interface FieldReader {
    void read(CodedInputStream in, int tag, UnknownFieldSet.Builder kept) throws IOException;
  }

  private static ByteString strip(CodedInputStream in, FieldReader reader) throws IOException {
    UnknownFieldSet.Builder kept = UnknownFieldSet.newBuilder();
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      reader.read(in, tag, kept);
    }
    return kept.build().toByteString();
  }

  private static void stripModelField(CodedInputStream in, int tag, UnknownFieldSet.Builder kept)
      throws IOException {
    stripMessage(in, tag, kept, ModelProto.GRAPH_FIELD_NUMBER, OnnxStructure::stripGraphField);
  }

  private static void stripGraphField(CodedInputStream in, int tag, UnknownFieldSet.Builder kept)
      throws IOException {
    stripMessage(
        in, tag, kept, GraphProto.INITIALIZER_FIELD_NUMBER, OnnxStructure::stripTensorField);
  }

  private static void stripTensorField(CodedInputStream in, int tag, UnknownFieldSet.Builder kept)
      throws IOException {
    if (VALUES.contains(WireFormat.getTagFieldNumber(tag))) {
      in.skipField(tag);
    } else {
      kept.mergeFieldFrom(tag, in);
    }
  }

  private static void stripMessage(
      CodedInputStream in, int tag, UnknownFieldSet.Builder kept, int field, FieldReader reader)
      throws IOException {
    boolean isMessage = WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED;
    if (!isMessage || WireFormat.getTagFieldNumber(tag) != field) {
      kept.mergeFieldFrom(tag, in);
      return;
    }
    int limit = in.pushLimit(in.readRawVarint32());
    ByteString stripped = strip(in, reader);
    if (in.getBytesUntilLimit() > 0) {
      throw new InvalidProtocolBufferException("the file ends inside a message");
    }
    in.popLimit(limit);
    kept.mergeField(field, UnknownFieldSet.Field.newBuilder().addLengthDelimited(stripped).build());
  }

  private static CodedInputStream coded(InputStream stream) {
    CodedInputStream in = CodedInputStream.newInstance(stream);
    in.setSizeLimit(Integer.MAX_VALUE);
    return in;
  }
}
