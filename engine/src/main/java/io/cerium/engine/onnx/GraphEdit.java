package io.cerium.engine.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.cerium.engine.tensor.ElementType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Changes to a graph that make it fit tensors at both ends, with equal answers.
 *
 * <ul>
 *   <li>ZipMap, by which scikit-learn's models end, makes a map of each row: the tensor before it
 *       becomes the output, under the same name.
 *   <li>Inputs of unsigned 16, 32 and 64 bits, which the runtime's Java side lacks, become signed,
 *       with a cast behind them that keeps the bits.
 * </ul>
 */
final class GraphEdit {
  private static final Map<ElementType, TensorProto.DataType> SIGNED =
      Map.of(
          ElementType.UINT16, TensorProto.DataType.INT16,
          ElementType.UINT32, TensorProto.DataType.INT32,
          ElementType.UINT64, TensorProto.DataType.INT64);

  private GraphEdit() {}

  static boolean isNeeded(GraphProto graph) {
    return graph.getInputList().stream().anyMatch(input -> unsigned(input).isPresent())
        || graph.getOutputList().stream().anyMatch(out -> zipMap(graph, out).isPresent());
  }

  static ModelProto apply(ModelProto model) {
    GraphProto.Builder graph = model.getGraph().toBuilder();
    for (int i = 0; i < graph.getOutputCount(); i++) {
      Optional<NodeProto> zipMap = zipMap(model.getGraph(), graph.getOutput(i));
      if (zipMap.isPresent()) {
        cutZipMap(graph, zipMap.get(), i);
      }
    }
    List<NodeProto> casts = new ArrayList<>();
    for (int i = 0; i < graph.getInputCount(); i++) {
      if (unsigned(graph.getInput(i)).isPresent()) {
        casts.add(castInput(graph, i));
      }
    }
    List<NodeProto> nodes = new ArrayList<>(casts);
    nodes.addAll(graph.getNodeList());
    return model.toBuilder().setGraph(graph.clearNode().addAllNode(nodes)).build();
  }

  /** The ZipMap that makes this output, if one does. */
  static Optional<NodeProto> zipMap(GraphProto graph, ValueInfoProto output) {
    return graph.getNodeList().stream()
        .filter(node -> node.getOpType().equals("ZipMap"))
        .filter(node -> node.getOutputList().contains(output.getName()))
        .findFirst();
  }

  private static void cutZipMap(GraphProto.Builder graph, NodeProto zipMap, int output) {
    NodeProto identity =
        zipMap.toBuilder().setOpType("Identity").clearDomain().clearAttribute().build();
    graph.setNode(graph.getNodeList().indexOf(zipMap), identity);
    TypeProto.Tensor.Builder scores =
        TypeProto.Tensor.newBuilder().setElemType(TensorProto.DataType.FLOAT_VALUE);
    scores
        .getShapeBuilder()
        .addDim(TensorShapeProto.Dimension.getDefaultInstance())
        .addDim(
            TensorShapeProto.Dimension.newBuilder().setDimValue(GraphEnd.classes(zipMap).size()));
    graph.getOutputBuilder(output).setType(TypeProto.newBuilder().setTensorType(scores));
  }

  private static Optional<ElementType> unsigned(ValueInfoProto input) {
    return OnnxTypes.find(input.getType().getTensorType().getElemType())
        .filter(SIGNED::containsKey);
  }

  private static NodeProto castInput(GraphProto.Builder graph, int index) {
    ValueInfoProto.Builder input = graph.getInput(index).toBuilder();
    int elementType = input.getType().getTensorType().getElemType();
    String cast = input.getName() + ".unsigned";
    renameUses(graph, input.getName(), cast);
    ElementType type = OnnxTypes.find(elementType).orElseThrow();
    input.getTypeBuilder().getTensorTypeBuilder().setElemType(SIGNED.get(type).getNumber());
    graph.setInput(index, input);
    return NodeProto.newBuilder()
        .setOpType("Cast")
        .addInput(input.getName())
        .addOutput(cast)
        .addAttribute(
            AttributeProto.newBuilder()
                .setName("to")
                .setType(AttributeProto.AttributeType.INT)
                .setI(elementType))
        .build();
  }

  /** In the graph and in the bodies of its nodes, which see the names around them. */
  private static void renameUses(GraphProto.Builder graph, String name, String other) {
    for (NodeProto.Builder node : graph.getNodeBuilderList()) {
      for (int i = 0; i < node.getInputCount(); i++) {
        if (node.getInput(i).equals(name)) {
          node.setInput(i, other);
        }
      }
      for (AttributeProto.Builder attribute : node.getAttributeBuilderList()) {
        if (attribute.hasG()) {
          renameInBody(attribute.getGBuilder(), name, other);
        }
        attribute.getGraphsBuilderList().forEach(body -> renameInBody(body, name, other));
      }
    }
  }

  private static void renameInBody(GraphProto.Builder body, String name, String other) {
    if (!defines(body, name)) {
      renameUses(body, name, other);
    }
  }

  /** Whether the name means a value of the body's own. */
  private static boolean defines(GraphProto.Builder body, String name) {
    return body.getInputList().stream().anyMatch(input -> input.getName().equals(name))
        || body.getInitializerList().stream().anyMatch(tensor -> tensor.getName().equals(name))
        || body.getNodeList().stream().anyMatch(node -> node.getOutputList().contains(name));
  }
}
