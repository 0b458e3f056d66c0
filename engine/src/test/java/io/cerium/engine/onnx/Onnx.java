package io.cerium.engine.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.engine.model.ModelSource;
import java.time.Duration;
import shade.com.google.protobuf.ByteString;
import shade.com.google.protobuf.UnknownFieldSet;

/** Writes small models, part by part, and shows them to the runtime. */
final class Onnx {
  static final Duration SOON = Duration.ofSeconds(20);

  private static final int FLOAT = 1;

  private Onnx() {}

  static void assertRefusedSoon(byte[] file, ErrorCode code, String words) {
    ModelSource source = new ModelSource.Bytes("hostile", file);
    assertTimeoutPreemptively(
        SOON,
        () ->
            assertThatThrownBy(() -> new OnnxModelRuntime().inspect(source))
                .isInstanceOfSatisfying(
                    CeriumException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContaining(words));
  }

  static NodeProto.Builder node(String operator, String input, String output) {
    return NodeProto.newBuilder().setOpType(operator).addInput(input).addOutput(output);
  }

  /** A call of a function that {@link #addFunction} adds. */
  static NodeProto.Builder call(String function, String input, String output) {
    return node(function, input, output).setDomain("my");
  }

  static AttributeProto graph(String name, GraphProto graph) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.GRAPH)
        .setG(graph)
        .build();
  }

  static AttributeProto number(String name, long value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INT)
        .setI(value)
        .build();
  }

  /** A model from {@code x} to {@code y}, both of the shape [N,2]. */
  static ModelProto.Builder model(NodeProto... nodes) {
    ModelProto.Builder model = ModelProto.newBuilder().setIrVersion(8);
    model.addOpsetImportBuilder().setDomain("").setVersion(17);
    model.addOpsetImportBuilder().setDomain("ai.onnx.ml").setVersion(3);
    model.addOpsetImportBuilder().setDomain("my").setVersion(1);
    GraphProto.Builder graph = model.getGraphBuilder().setName("test");
    for (NodeProto node : nodes) {
      graph.addNode(node);
    }
    graph.addInput(rows("x", 2)).addOutput(rows("y", 2));
    return model;
  }

  /** A model whose only output is its input. */
  static ModelProto identity(long... row) {
    ModelProto.Builder model = model(node("Identity", "x", "y").build());
    model.getGraphBuilder().setInput(0, rows("x", row)).setOutput(0, rows("y", row));
    return model.build();
  }

  /** Floats of the shape [N, ...]. */
  static ValueInfoProto rows(String name, long... row) {
    ValueInfoProto.Builder info = ValueInfoProto.newBuilder().setName(name);
    var tensor = info.getTypeBuilder().getTensorTypeBuilder().setElemType(FLOAT);
    var shape = tensor.getShapeBuilder();
    shape.addDimBuilder().setDimParam("N");
    for (long dimension : row) {
      shape.addDimBuilder().setDimValue(dimension);
    }
    return info.build();
  }

  /** Adds a function from {@code x} to {@code z}, field by field as onnx.proto numbers them. */
  static void addFunction(ModelProto.Builder model, String name, NodeProto... nodes) {
    UnknownFieldSet.Builder function = UnknownFieldSet.newBuilder();
    add(function, 1, ByteString.copyFromUtf8(name));
    add(function, 4, ByteString.copyFromUtf8("x"));
    add(function, 5, ByteString.copyFromUtf8("z"));
    for (NodeProto node : nodes) {
      add(function, 7, node.toByteString());
    }
    model.getOpsetImportList().forEach(opset -> add(function, 9, opset.toByteString()));
    add(function, 10, ByteString.copyFromUtf8("my"));
    UnknownFieldSet.Builder fields = model.getUnknownFields().toBuilder();
    add(fields, 25, function.build().toByteString());
    model.setUnknownFields(fields.build());
  }

  private static void add(UnknownFieldSet.Builder fields, int number, ByteString value) {
    fields.mergeField(number, UnknownFieldSet.Field.newBuilder().addLengthDelimited(value).build());
  }
}
