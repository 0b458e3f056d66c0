package io.cerium.engine.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import io.cerium.engine.model.ModelSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import shade.com.google.protobuf.ByteString;
import shade.com.google.protobuf.CodedInputStream;
import shade.com.google.protobuf.CodedOutputStream;
import shade.com.google.protobuf.Message;
import shade.com.google.protobuf.WireFormat;

/**
 * Reads the ONNX file format (protobuf). A file is mostly weights, which only the runtime needs:
 * {@link #read} leaves their numbers out, so that a large model does not pass through the heap.
 */
final class OnnxStructure {
  /** The fields of a tensor that hold its values; not its texts, which are checked. */
  private static final Set<Integer> VALUES =
      Set.of(
          TensorProto.FLOAT_DATA_FIELD_NUMBER,
          TensorProto.INT32_DATA_FIELD_NUMBER,
          TensorProto.INT64_DATA_FIELD_NUMBER,
          TensorProto.RAW_DATA_FIELD_NUMBER,
          TensorProto.DOUBLE_DATA_FIELD_NUMBER,
          TensorProto.UINT64_DATA_FIELD_NUMBER);

  private OnnxStructure() {}

  /** The model without the numbers of its initializers. */
  static ModelProto read(InputStream stream) throws IOException {
    ByteString stripped = strip(coded(stream), OnnxStructure::stripModelField);
    return parse(stripped, ModelProto.getDefaultInstance());
  }

  /** The model with all its values. */
  static ModelProto readWhole(ModelSource source) throws IOException {
    try (InputStream stream = source.open()) {
      WireCheck.check(coded(stream), ModelProto.getDescriptor());
    }
    try (InputStream stream = source.open()) {
      return ModelProto.parseFrom(coded(stream));
    }
  }

  /** A message of the type of {@code kind}, once it is known that parsing it takes no harm. */
  @SuppressWarnings("unchecked")
  static <M extends Message> M parse(ByteString bytes, M kind) throws IOException {
    WireCheck.check(bytes.newCodedInput(), kind.getDescriptorForType());
    return (M) kind.getParserForType().parseFrom(bytes);
  }

  /** Reads one field and writes it to {@code kept}, or skips it. */
  private interface FieldReader {
    void read(CodedInputStream in, int tag, CodedOutputStream kept) throws IOException;
  }

  private static ByteString strip(CodedInputStream in, FieldReader reader) throws IOException {
    ByteString.Output bytes = ByteString.newOutput();
    CodedOutputStream kept = CodedOutputStream.newInstance(bytes);
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      WireCheck.requireNoGroup(tag);
      reader.read(in, tag, kept);
    }
    kept.flush();
    return bytes.toByteString();
  }

  private static void stripModelField(CodedInputStream in, int tag, CodedOutputStream kept)
      throws IOException {
    stripMessage(in, tag, kept, ModelProto.GRAPH_FIELD_NUMBER, OnnxStructure::stripGraphField);
  }

  private static void stripGraphField(CodedInputStream in, int tag, CodedOutputStream kept)
      throws IOException {
    stripMessage(
        in, tag, kept, GraphProto.INITIALIZER_FIELD_NUMBER, OnnxStructure::stripTensorField);
  }

  private static void stripTensorField(CodedInputStream in, int tag, CodedOutputStream kept)
      throws IOException {
    if (VALUES.contains(WireFormat.getTagFieldNumber(tag))) {
      in.skipField(tag);
    } else {
      in.skipField(tag, kept);
    }
  }

  private static void stripMessage(
      CodedInputStream in, int tag, CodedOutputStream kept, int field, FieldReader reader)
      throws IOException {
    boolean isMessage = WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED;
    if (!isMessage || WireFormat.getTagFieldNumber(tag) != field) {
      in.skipField(tag, kept);
      return;
    }
    int limit = in.pushLimit(in.readRawVarint32());
    ByteString stripped = strip(in, reader);
    WireCheck.requireAtEnd(in);
    in.popLimit(limit);
    kept.writeBytes(field, stripped);
  }

  /** Without protobuf's own limit of 64 MiB. */
  private static CodedInputStream coded(InputStream stream) {
    CodedInputStream in = CodedInputStream.newInstance(stream);
    in.setSizeLimit(Integer.MAX_VALUE);
    return in;
  }
}
