package io.cerium.engine.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.ArrayList;
import java.util.List;

/** The graphs inside of graphs: the bodies of {@code If}, {@code Loop} and {@code Scan}. */
final class NestedGraphs {
  private NestedGraphs() {}

  /** The bodies among a node's attributes, without those inside of them. */
  static List<GraphProto> of(List<AttributeProto> attributes) {
    List<GraphProto> graphs = new ArrayList<>();
    for (AttributeProto attribute : attributes) {
      if (attribute.hasG()) {
        graphs.add(attribute.getG());
      }
      graphs.addAll(attribute.getGraphsList());
    }
    return graphs;
  }

  /** All nodes of a model: of its graph, of its functions, and of the bodies in both. */
  static List<NodeProto> allNodes(ModelProto model, List<OnnxFunction> functions) {
    List<NodeProto> all = new ArrayList<>();
    addAll(model.getGraph().getNodeList(), all);
    for (OnnxFunction function : functions) {
      addAll(function.nodes(), all);
      of(function.defaults()).forEach(graph -> addAll(graph.getNodeList(), all));
    }
    return all;
  }

  private static void addAll(List<NodeProto> nodes, List<NodeProto> all) {
    all.addAll(nodes);
    for (NodeProto node : nodes) {
      of(node.getAttributeList()).forEach(graph -> addAll(graph.getNodeList(), all));
    }
  }
}
