package io.cerium.engine.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much a model becomes when it is loaded, which puts a function's body in place of each call: a
 * file of a few lines can stand for more nodes than any machine holds.
 *
 * @param depth how many bodies of {@code If}, {@code Loop} or {@code Scan} lie in each other
 * @param fromCalls the nodes that come from functions; those of functions that call themselves have
 *     no end, and are {@link Long#MAX_VALUE}
 */
record GraphExtent(int depth, long fromCalls) {
  /** Deeper than any exporter goes, and not so deep that measuring overflows the stack. */
  private static final int MOST_LEVELS = 64;

  private static final GraphExtent NONE = new GraphExtent(0, 0);
  private static final GraphExtent ENDLESS = new GraphExtent(0, Long.MAX_VALUE);

  static GraphExtent of(ModelProto model, List<OnnxFunction> functions) {
    Measure measure = new Measure(functions);
    GraphExtent graph = measure.ofNodes(model.getGraph().getNodeList(), false, 0);
    // A function that nothing calls is not put anywhere, but its shapes may be inferred.
    int deepest =
        functions.stream().mapToInt(f -> measure.ofFunction(f.id(), 0).depth).max().orElse(0);
    return new GraphExtent(Math.max(graph.depth, deepest), graph.fromCalls);
  }

  private GraphExtent plus(GraphExtent other) {
    long room = Long.MAX_VALUE - fromCalls;
    return new GraphExtent(
        Math.max(depth, other.depth), fromCalls + Math.min(room, other.fromCalls));
  }

  private GraphExtent inBody() {
    return new GraphExtent(depth + 1, fromCalls);
  }

  /** Measures each function once, however often it is called. */
  private static final class Measure {
    private final Map<OnnxFunction.Id, List<NodeProto>> functions = new HashMap<>();
    private final Map<OnnxFunction.Id, GraphExtent> measured = new HashMap<>();

    /** Overloads of a function, which share its id, count as one that does what they all do. */
    Measure(List<OnnxFunction> all) {
      for (OnnxFunction function : all) {
        functions.computeIfAbsent(function.id(), id -> new ArrayList<>()).addAll(function.nodes());
      }
    }

    GraphExtent ofNodes(List<NodeProto> nodes, boolean inFunction, int level) {
      if (level > MOST_LEVELS) {
        return ENDLESS;
      }
      GraphExtent extent = new GraphExtent(0, inFunction ? nodes.size() : 0);
      for (NodeProto node : nodes) {
        extent = extent.plus(ofFunction(OnnxFunction.Id.calledBy(node), level));
        for (GraphProto body : NestedGraphs.of(node.getAttributeList())) {
          extent = extent.plus(ofNodes(body.getNodeList(), inFunction, level + 1).inBody());
        }
      }
      return extent;
    }

    GraphExtent ofFunction(OnnxFunction.Id id, int level) {
      GraphExtent known = measured.get(id);
      if (known != null) {
        return known;
      }
      List<NodeProto> nodes = functions.get(id);
      if (nodes == null) {
        return NONE;
      }
      // What it finds here on its way has called itself.
      measured.put(id, ENDLESS);
      GraphExtent extent = ofNodes(nodes, true, level + 1);
      measured.put(id, extent);
      return extent;
    }
  }
}
