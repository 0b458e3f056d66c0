package io.cerium.engine.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.ArrayList;
import java.util.List;
import shade.com.google.protobuf.ByteString;
import shade.com.google.protobuf.InvalidProtocolBufferException;
import shade.com.google.protobuf.UnknownFieldSet;

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

  static List<OnnxFunction> of(ModelProto model) throws InvalidProtocolBufferException {
    List<OnnxFunction> functions = new ArrayList<>();
    for (ByteString function :
        model.getUnknownFields().getField(MODEL_FUNCTIONS).getLengthDelimitedList()) {
      functions.add(of(UnknownFieldSet.parseFrom(function)));
    }
    return functions;
  }

  private static OnnxFunction of(UnknownFieldSet fields) throws InvalidProtocolBufferException {
    List<NodeProto> nodes = new ArrayList<>();
    for (ByteString node : fields.getField(NODE).getLengthDelimitedList()) {
      nodes.add(NodeProto.parseFrom(node));
    }
    List<AttributeProto> defaults = new ArrayList<>();
    for (ByteString attribute : fields.getField(ATTRIBUTE_PROTO).getLengthDelimitedList()) {
      defaults.add(AttributeProto.parseFrom(attribute));
    }
    return new OnnxFunction(new Id(text(fields, DOMAIN), text(fields, NAME)), nodes, defaults);
  }

  /** Of a field that is given twice the last counts, as protobuf has it. */
  private static String text(UnknownFieldSet fields, int field) {
    List<ByteString> values = fields.getField(field).getLengthDelimitedList();
    return values.isEmpty() ? "" : values.get(values.size() - 1).toStringUtf8();
  }
}
