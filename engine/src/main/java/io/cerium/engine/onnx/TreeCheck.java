package io.cerium.engine.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks for decision trees that ONNX Runtime must not walk, which takes them as they are: a damaged
 * one would keep a thread busy for ever, or end the process, in native code that nothing stops.
 */
final class TreeCheck {
  /**
   * The runtime loads a tree by recursion, half a kilobyte of stack a level. A split of LightGBM by
   * a set of categories becomes as many levels as it has members.
   */
  static final int MOST_LEVELS = 10_000;

  /** The runtime copies a branch for each that leads to it; trees of their own share none. */
  static final long MOST_COPIES = 1_000_000;

  private static final int NONE = -1;

  /** What there is to say about the trees of a node. */
  enum Finding {
    SOUND,
    CIRCLE,
    OUTSIDE,
    NO_SET,
    TOO_DEEP,
    TOO_SHARED
  }

  private enum Mark {
    NEW,
    ON_THE_WAY,
    DONE
  }

  private final int[] whenTrue;
  private final int[] whenFalse;

  /** The levels below each node, itself among them. */
  private final int[] levels;

  /** The nodes below each node, itself among them, as often as a way leads to them. */
  private final long[] ways;

  private TreeCheck(int[] whenTrue, int[] whenFalse) {
    this.whenTrue = whenTrue;
    this.whenFalse = whenFalse;
    this.levels = new int[nodes()];
    this.ways = new long[nodes()];
  }

  /** Whether a node is decision trees. */
  static boolean isTree(NodeProto node) {
    return node.getOpType().startsWith("TreeEnsemble");
  }

  static Finding find(NodeProto node) {
    Map<String, AttributeProto> attributes = new HashMap<>();
    node.getAttributeList().forEach(a -> attributes.put(a.getName(), a));
    if (!node.getOpType().equals("TreeEnsemble")) {
      return byIds(attributes).findInTrees();
    }
    IndexedTrees trees = new IndexedTrees(attributes);
    if (trees.leadOutside()) {
      return Finding.OUTSIDE;
    }
    if (trees.lackSets()) {
      return Finding.NO_SET;
    }
    TreeCheck check = new TreeCheck(trees.whenTrue(), trees.whenFalse());
    Finding found = check.findInTrees();
    return found == Finding.SOUND && check.copiesMuch(trees.roots()) ? Finding.TOO_SHARED : found;
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

  private static List<Long> longs(Map<String, AttributeProto> attributes, String name) {
    return attributes.getOrDefault(name, AttributeProto.getDefaultInstance()).getIntsList();
  }

  private static int shortest(int... lengths) {
    return Arrays.stream(lengths).min().orElseThrow();
  }

  private int nodes() {
    return Math.min(whenTrue.length, whenFalse.length);
  }

  private int[] children(int node) {
    return new int[] {whenTrue[node], whenFalse[node]};
  }

  private boolean isNode(int child) {
    return child != NONE && child < levels.length;
  }

  /** Depth first without recursion: a chain of a million nodes must not overflow the stack. */
  private Finding findInTrees() {
    Mark[] marks = new Mark[nodes()];
    Arrays.fill(marks, Mark.NEW);
    ArrayDeque<Integer> way = new ArrayDeque<>();
    for (int start = 0; start < marks.length; start++) {
      if (marks[start] == Mark.NEW) {
        way.push(start);
      }
      while (!way.isEmpty()) {
        int node = way.peek();
        if (marks[node] != Mark.NEW) {
          marks[node] = Mark.DONE;
          measure(way.pop());
          continue;
        }
        marks[node] = Mark.ON_THE_WAY;
        for (int child : children(node)) {
          if (isNode(child) && marks[child] == Mark.ON_THE_WAY) {
            return Finding.CIRCLE;
          }
          if (isNode(child) && marks[child] == Mark.NEW) {
            way.push(child);
          }
        }
      }
    }
    boolean deep = Arrays.stream(levels).anyMatch(below -> below > MOST_LEVELS);
    return deep ? Finding.TOO_DEEP : Finding.SOUND;
  }

  /** Of a node whose children are measured. */
  private void measure(int node) {
    int deepest = 0;
    long sum = 1;
    for (int child : children(node)) {
      if (isNode(child)) {
        deepest = Math.max(deepest, levels[child]);
        sum += ways[child];
      }
    }
    levels[node] = deepest + 1;
    ways[node] = Math.min(sum, Integer.MAX_VALUE);
  }

  private boolean copiesMuch(List<Long> roots) {
    long copied = -nodes();
    for (long root : roots) {
      copied += ways[(int) root];
    }
    return copied > MOST_COPIES;
  }
}
