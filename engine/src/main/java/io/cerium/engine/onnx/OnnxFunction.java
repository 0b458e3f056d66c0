package io.cerium.engine.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import shade.com.google.protobuf.ByteString;
import shade.com.google.protobuf.CodedInputStream;
import shade.com.google.protobuf.WireFormat;

/**
 * A function that a model brings along: an operator made of others. The generated classes are older
 * than functions, so that they are read field by field.
 *
 * @param nodes its body
 * @param defaults the attributes that a call may leave out, with their values
 */
record OnnxFunction(Id id, List<NodeProto> nodes, List<AttributeProto> defaults) {
  // onnx.proto: ModelProto.functions, then FunctionProto.name, .node, .domain and .attribute_proto.
  private static final int MODEL_FUNCTIONS = 25;
  private static final int NAME = 1;
  private static final int NODE = 7;
  private static final int DOMAIN = 10;
  private static final int ATTRIBUTE_PROTO = 11;
  private static final int OTHER = 0;

  /** What a node calls a function by. */
  record Id(String domain, String name) {
    /** ONNX's own domain has two names. */
    Id {
      domain = domain.equals("ai.onnx") ? "" : domain;
    }

    static Id calledBy(NodeProto node) {
      return new Id(node.getDomain(), node.getOpType());
    }
  }

  static List<OnnxFunction> of(ModelProto model) throws IOException {
    List<OnnxFunction> functions = new ArrayList<>();
    for (ByteString function :
        model.getUnknownFields().getField(MODEL_FUNCTIONS).getLengthDelimitedList()) {
      functions.add(of(function.newCodedInput()));
    }
    return functions;
  }

  private static OnnxFunction of(CodedInputStream in) throws IOException {
    List<NodeProto> nodes = new ArrayList<>();
    List<AttributeProto> defaults = new ArrayList<>();
    // Of a field that is given twice the last counts, as protobuf has it.
    String name = "";
    String domain = "";
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      WireCheck.requireNoGroup(tag);
      boolean isBytes = WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED;
      switch (isBytes ? WireFormat.getTagFieldNumber(tag) : OTHER) {
        case NAME -> name = in.readBytes().toStringUtf8();
        case DOMAIN -> domain = in.readBytes().toStringUtf8();
        case NODE -> nodes.add(OnnxStructure.parse(in.readBytes(), NodeProto.getDefaultInstance()));
        case ATTRIBUTE_PROTO ->
            defaults.add(OnnxStructure.parse(in.readBytes(), AttributeProto.getDefaultInstance()));
        default -> in.skipField(tag);
      }
    }
    return new OnnxFunction(new Id(domain, name), nodes, defaults);
  }
}
