package io.cerium.engine.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import io.cerium.engine.model.Activation;
import io.cerium.engine.model.OutputEnd;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import shade.com.google.protobuf.ByteString;

/**
 * Finds how a graph ends, by walking back from an output. Probabilities of any other origin count
 * as softmax, as nothing is left to apply.
 */
final class GraphEnd {
  /** Nodes that change neither the values' meaning nor, for our purpose, their order. */
  private static final Set<String> TRANSPARENT =
      Set.of(
          "Identity",
          "Cast",
          "Reshape",
          "Flatten",
          "Squeeze",
          "Unsqueeze",
          "Dropout",
          "QuantizeLinear",
          "DequantizeLinear");

  private static final int MOST_STEPS = 1000;

  private GraphEnd() {}

  /** How the graph ends at {@code output}. */
  static OutputEnd find(GraphProto graph, String output) {
    Map<String, NodeProto> producers = new HashMap<>();
    for (NodeProto node : graph.getNodeList()) {
      node.getOutputList().forEach(name -> producers.put(name, node));
    }
    String name = output;
    boolean normalized = false;
    // Bounded: a damaged graph may run in a circle.
    for (int step = 0; step < MOST_STEPS; step++) {
      NodeProto node = producers.get(name);
      if (node == null || node.getInputCount() == 0) {
        return OutputEnd.OPEN;
      }
      switch (node.getOpType()) {
        case "Softmax" -> {
          return new OutputEnd(Activation.SOFTMAX, List.of());
        }
        case "Sigmoid" -> {
          return new OutputEnd(Activation.SIGMOID, List.of());
        }
        case "LinearClassifier", "SVMClassifier", "TreeEnsembleClassifier" -> {
          return ofClassifier(node, normalized);
        }
        case "ZipMap" -> {
          return new OutputEnd(Activation.SOFTMAX, classes(node));
        }
        case "Normalizer" -> {
          normalized = true;
          name = node.getInput(0);
        }
        // Two columns 1 - p and p, as a binary classifier's are made of one.
        case "Concat" -> name = node.getInput(node.getInputCount() - 1);
        default -> {
          if (!TRANSPARENT.contains(node.getOpType())) {
            return OutputEnd.OPEN;
          }
          name = node.getInput(0);
        }
      }
    }
    return OutputEnd.OPEN;
  }

  /** Classifiers of {@code ai.onnx.ml}: what they do to their scores is an attribute. */
  private static OutputEnd ofClassifier(NodeProto node, boolean normalized) {
    String transform = text(attribute(node, "post_transform"));
    boolean votes = node.getOpType().equals("TreeEnsembleClassifier");
    boolean calibrated = attribute(node, "prob_a").getFloatsCount() > 0;
    Activation activation =
        switch (transform) {
          case "LOGISTIC" -> Activation.SIGMOID;
          case "SOFTMAX", "SOFTMAX_ZERO" -> Activation.SOFTMAX;
          default -> normalized || votes || calibrated ? Activation.SOFTMAX : Activation.NONE;
        };
    return new OutputEnd(activation, classes(node));
  }

  /** The labels in the attributes of a classifier or a ZipMap. */
  static List<String> classes(NodeProto node) {
    for (AttributeProto attribute : node.getAttributeList()) {
      if (attribute.getName().startsWith("classlabels_")) {
        return attribute.getIntsCount() > 0
            ? attribute.getIntsList().stream().map(String::valueOf).toList()
            : attribute.getStringsList().stream().map(ByteString::toStringUtf8).toList();
      }
    }
    return List.of();
  }

  private static AttributeProto attribute(NodeProto node, String name) {
    return node.getAttributeList().stream()
        .filter(attribute -> attribute.getName().equals(name))
        .findFirst()
        .orElse(AttributeProto.getDefaultInstance());
  }

  private static String text(AttributeProto attribute) {
    return attribute.getS().toStringUtf8();
  }
}
