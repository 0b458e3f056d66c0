package io.cerium.engine.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The lists that the operator {@code TreeEnsemble} is made of: nodes and leaves by their index in
 * lists of their own.
 */
final class IndexedTrees {
  private static final int NONE = -1;

  /** The mode of a node that asks whether the value is one of a set. */
  private static final int BRANCH_MEMBER = 6;

  private final Map<String, AttributeProto> attributes;

  IndexedTrees(Map<String, AttributeProto> attributes) {
    this.attributes = attributes;
  }

  List<Long> roots() {
    return longs("tree_roots");
  }

  /** The node behind each where its condition holds; negative where that is a leaf. */
  int[] whenTrue() {
    return children("nodes_truenodeids", "nodes_trueleafs");
  }

  /** The same where the condition does not hold. */
  int[] whenFalse() {
    return children("nodes_falsenodeids", "nodes_falseleafs");
  }

  private int[] children(String ids, String leaves) {
    List<Long> children = longs(ids);
    List<Long> isLeaf = longs(leaves);
    int[] nodes = new int[Math.min(children.size(), isLeaf.size())];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = isLeaf.get(i) == 0 ? children.get(i).intValue() : NONE;
    }
    return nodes;
  }

  /** Whether a root or a child is not in the list that it should be in. */
  boolean leadOutside() {
    int nodes = Math.min(whenTrue().length, whenFalse().length);
    return roots().stream().anyMatch(root -> root < 0 || root >= nodes)
        || leadsOutside("nodes_truenodeids", "nodes_trueleafs", nodes)
        || leadsOutside("nodes_falsenodeids", "nodes_falseleafs", nodes);
  }

  private boolean leadsOutside(String ids, String leaves, int nodes) {
    List<Long> children = longs(ids);
    List<Long> isLeaf = longs(leaves);
    int leafCount = longs("leaf_targetids").size();
    // Lists of different lengths are the runtime's to refuse.
    for (int i = 0; i < nodes; i++) {
      long child = children.get(i);
      if (child < 0 || child >= (isLeaf.get(i) == 0 ? nodes : leafCount)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a node asks for one of a set, and its set is empty or missing. */
  boolean lackSets() {
    long asked = modes().stream().filter(mode -> mode == BRANCH_MEMBER).count();
    if (asked == 0) {
      return false;
    }
    // The sets of all such nodes in turn, a NaN behind each.
    int inSet = 0;
    long sets = 0;
    for (double value : members()) {
      if (!Double.isNaN(value)) {
        inSet++;
      } else if (inSet == 0) {
        return sets < asked;
      } else {
        sets++;
        inSet = 0;
      }
    }
    return sets + (inSet > 0 ? 1 : 0) < asked;
  }

  private List<Integer> modes() {
    TensorProto modes = tensor("nodes_modes");
    if (!modes.hasRawData()) {
      return modes.getInt32DataList();
    }
    List<Integer> values = new ArrayList<>();
    modes.getRawData().forEach(mode -> values.add(mode & 0xff));
    return values;
  }

  private List<Double> members() {
    TensorProto members = tensor("membership_values");
    List<Double> values = new ArrayList<>(members.getDoubleDataList());
    members.getFloatDataList().forEach(value -> values.add((double) value));
    var raw = members.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    boolean wide = members.getDataType() == TensorProto.DataType.DOUBLE_VALUE;
    while (raw.remaining() >= (wide ? Double.BYTES : Float.BYTES)) {
      values.add(wide ? raw.getDouble() : raw.getFloat());
    }
    return values;
  }

  private TensorProto tensor(String name) {
    return attributes.getOrDefault(name, AttributeProto.getDefaultInstance()).getT();
  }

  private List<Long> longs(String name) {
    return attributes.getOrDefault(name, AttributeProto.getDefaultInstance()).getIntsList();
  }
}
