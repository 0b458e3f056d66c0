package io.cerium.engine.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks for decision trees that run in a circle. ONNX Runtime walks them as they are: a damaged one
 * would keep a thread busy for ever, in native code that nothing ends.
 */
final class TreeCheck {
  private static final int NONE = -1;

  private enum Mark {
    NEW,
    ON_THE_WAY,
    DONE
  }

  private final int[] whenTrue;
  private final int[] whenFalse;

  private TreeCheck(int[] whenTrue, int[] whenFalse) {
    this.whenTrue = whenTrue;
    this.whenFalse = whenFalse;
  }

  /** Whether a node is decision trees. */
  static boolean isTree(NodeProto node) {
    return node.getOpType().startsWith("TreeEnsemble");
  }

  /** Whether a tree of the node leads back to where it was. */
  static boolean findsCircle(NodeProto node) {
    return of(node).findsCircle();
  }

  private static TreeCheck of(NodeProto node) {
    Map<String, AttributeProto> attributes = new HashMap<>();
    node.getAttributeList().forEach(a -> attributes.put(a.getName(), a));
    return node.getOpType().equals("TreeEnsemble") ? byIndex(attributes) : byIds(attributes);
  }

  /** TreeEnsembleClassifier and TreeEnsembleRegressor: children by the ids of tree and node. */
  private static TreeCheck byIds(Map<String, AttributeProto> attributes) {
    List<Long> trees = longs(attributes, "nodes_treeids");
    List<Long> ids = longs(attributes, "nodes_nodeids");
    List<Long> whenTrue = longs(attributes, "nodes_truenodeids");
    List<Long> whenFalse = longs(attributes, "nodes_falsenodeids");
    var modes = attributes.getOrDefault("nodes_modes", AttributeProto.getDefaultInstance());
    // Lists of different lengths are the runtime's to refuse.
    int nodes = shortest(trees.size(), ids.size(), whenTrue.size(), whenFalse.size());
    nodes = Math.min(nodes, modes.getStringsCount());
    record Id(long tree, long node) {}
    Map<Id, Integer> indices = new HashMap<>();
    for (int i = 0; i < nodes; i++) {
      indices.put(new Id(trees.get(i), ids.get(i)), i);
    }
    TreeCheck check = new TreeCheck(new int[nodes], new int[nodes]);
    for (int i = 0; i < nodes; i++) {
      boolean leaf = modes.getStrings(i).toStringUtf8().equals("LEAF");
      Id yes = new Id(trees.get(i), whenTrue.get(i));
      Id no = new Id(trees.get(i), whenFalse.get(i));
      check.whenTrue[i] = leaf ? NONE : indices.getOrDefault(yes, NONE);
      check.whenFalse[i] = leaf ? NONE : indices.getOrDefault(no, NONE);
    }
    return check;
  }

  /** TreeEnsemble: children by their index, leaves in lists of their own. */
  private static TreeCheck byIndex(Map<String, AttributeProto> attributes) {
    return new TreeCheck(
        children(longs(attributes, "nodes_truenodeids"), longs(attributes, "nodes_trueleafs")),
        children(longs(attributes, "nodes_falsenodeids"), longs(attributes, "nodes_falseleafs")));
  }

  private static int[] children(List<Long> indices, List<Long> leaves) {
    int[] children = new int[Math.min(indices.size(), leaves.size())];
    for (int i = 0; i < children.length; i++) {
      long child = indices.get(i);
      boolean inner = leaves.get(i) == 0 && child >= 0 && child < children.length;
      children[i] = inner ? (int) child : NONE;
    }
    return children;
  }

  private static List<Long> longs(Map<String, AttributeProto> attributes, String name) {
    return attributes.getOrDefault(name, AttributeProto.getDefaultInstance()).getIntsList();
  }

  private static int shortest(int... lengths) {
    return Arrays.stream(lengths).min().orElseThrow();
  }

  /** Depth first without recursion: a chain of a million nodes must not overflow the stack. */
  private boolean findsCircle() {
    int nodes = Math.min(whenTrue.length, whenFalse.length);
    Mark[] marks = new Mark[nodes];
    Arrays.fill(marks, Mark.NEW);
    ArrayDeque<Integer> way = new ArrayDeque<>();
    for (int start = 0; start < nodes; start++) {
      if (marks[start] == Mark.NEW) {
        way.push(start);
      }
      while (!way.isEmpty()) {
        int node = way.peek();
        if (marks[node] != Mark.NEW) {
          marks[node] = Mark.DONE;
          way.pop();
          continue;
        }
        marks[node] = Mark.ON_THE_WAY;
        for (int child : new int[] {whenTrue[node], whenFalse[node]}) {
          if (child != NONE && child < nodes) {
            if (marks[child] == Mark.ON_THE_WAY) {
              return true;
            }
            if (marks[child] == Mark.NEW) {
              way.push(child);
            }
          }
        }
      }
    }
    return false;
  }
}
