package io.cerium.engine.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.engine.model.ModelSource;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shade.com.google.protobuf.ByteString;

/** Decision trees that would end the process, were ONNX Runtime given them. */
class HostileTreeTest {
  /** The mode of a node that asks whether the value is in a set; 0 asks whether it is small. */
  private static final int MEMBER = 6;

  private static void inspect(NodeProto tree) {
    ModelProto.Builder model = Onnx.model(tree);
    model.setIrVersion(10).getOpsetImportBuilder(0).setVersion(21);
    boolean indexed = tree.getOpType().equals("TreeEnsemble");
    model.getOpsetImportBuilder(1).setVersion(indexed ? 5 : 3);
    model.getGraphBuilder().setOutput(0, Onnx.rows("y", 1));
    new OnnxModelRuntime().inspect(new ModelSource.Bytes("hostile", model.build().toByteArray()));
  }

  private static void assertLoads(NodeProto.Builder tree) {
    assertThatCode(() -> inspect(tree.build())).doesNotThrowAnyException();
  }

  private static void assertRefused(NodeProto.Builder tree, ErrorCode code, String reason) {
    assertThatThrownBy(() -> inspect(tree.build()))
        .isInstanceOfSatisfying(CeriumException.class, e -> assertThat(e.code()).isEqualTo(code))
        .hasMessageContaining("'hostile'")
        .hasMessageContaining(reason);
  }

  private static AttributeProto.Builder list(String name, long... values) {
    AttributeProto.Builder list =
        AttributeProto.newBuilder().setName(name).setType(AttributeType.INTS);
    Arrays.stream(values).forEach(list::addInts);
    return list;
  }

  private static AttributeProto.Builder tensor(String name, TensorProto.Builder values, int size) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeType.TENSOR)
        .setT(values.addDims(size));
  }

  private static AttributeProto.Builder floats(String name, float... values) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder().setDataType(TensorProto.DataType.FLOAT_VALUE);
    for (float value : values) {
      tensor.addFloatData(value);
    }
    return tensor(name, tensor, values.length);
  }

  private static AttributeProto.Builder modes(int... modes) {
    byte[] bytes = new byte[modes.length];
    for (int i = 0; i < modes.length; i++) {
      bytes[i] = (byte) modes[i];
    }
    TensorProto.Builder tensor =
        TensorProto.newBuilder().setDataType(TensorProto.DataType.UINT8_VALUE);
    return tensor("nodes_modes", tensor.setRawData(ByteString.copyFrom(bytes)), modes.length);
  }

  /** A TreeEnsemble whose node {@code i} leads to {@code yes[i]} and {@code no[i]}. */
  private static NodeProto.Builder trees(long[] yes, boolean leaf, long[] no, long... roots) {
    int last = yes.length - 1;
    long[] leaves =
        IntStream.rangeClosed(0, last).mapToLong(i -> leaf || i == last ? 1 : 0).toArray();
    long[] otherLeaves = LongStream.range(0, yes.length).map(i -> i == last ? 1 : 0).toArray();
    return Onnx.node("TreeEnsemble", "x", "y")
        .setDomain("ai.onnx.ml")
        .addAttribute(list("tree_roots", roots))
        .addAttribute(list("nodes_truenodeids", yes))
        .addAttribute(list("nodes_trueleafs", leaves))
        .addAttribute(list("nodes_falsenodeids", no))
        .addAttribute(list("nodes_falseleafs", otherLeaves))
        .addAttribute(list("nodes_featureids", new long[yes.length]))
        .addAttribute(floats("nodes_splits", new float[yes.length]))
        .addAttribute(list("leaf_targetids", 0, 0))
        .addAttribute(floats("leaf_weights", 1, 2))
        .addAttribute(Onnx.number("n_targets", 1))
        .addAttribute(modes(new int[yes.length]));
  }

  /** A chain of nodes: a leaf where the condition holds, else the next one. */
  private static NodeProto.Builder chain(int nodes, boolean doubled) {
    long[] next = LongStream.rangeClosed(1, nodes).map(i -> i == nodes ? 1 : i).toArray();
    return doubled ? trees(next, false, next, 0) : trees(new long[nodes], true, next, 0);
  }

  /** The same of the older operators, whose leaves are nodes as well. */
  private static NodeProto.Builder olderChain(int levels) {
    int inner = levels - 1;
    int nodes = 2 * inner + 1;
    AttributeProto.Builder modes =
        AttributeProto.newBuilder().setName("nodes_modes").setType(AttributeType.STRINGS);
    IntStream.range(0, nodes)
        .mapToObj(i -> i < inner ? "BRANCH_LEQ" : "LEAF")
        .forEach(mode -> modes.addStrings(ByteString.copyFromUtf8(mode)));
    long[] leaves = LongStream.range(inner, nodes).toArray();
    AttributeProto.Builder splits =
        AttributeProto.newBuilder().setName("nodes_values").setType(AttributeType.FLOATS);
    AttributeProto.Builder weights =
        AttributeProto.newBuilder().setName("target_weights").setType(AttributeType.FLOATS);
    IntStream.range(0, nodes).forEach(i -> splits.addFloats(0));
    IntStream.range(0, leaves.length).forEach(i -> weights.addFloats(1));
    return Onnx.node("TreeEnsembleRegressor", "x", "y")
        .setDomain("ai.onnx.ml")
        .addAttribute(list("nodes_treeids", new long[nodes]))
        .addAttribute(list("nodes_nodeids", LongStream.range(0, nodes).toArray()))
        .addAttribute(list("nodes_featureids", new long[nodes]))
        .addAttribute(modes)
        .addAttribute(splits)
        .addAttribute(
            list(
                "nodes_truenodeids",
                LongStream.range(0, nodes).map(i -> i < inner ? inner + i : 0).toArray()))
        .addAttribute(
            list(
                "nodes_falsenodeids",
                LongStream.range(0, nodes)
                    .map(i -> i >= inner ? 0 : i == inner - 1 ? nodes - 1 : i + 1)
                    .toArray()))
        .addAttribute(list("target_treeids", new long[leaves.length]))
        .addAttribute(list("target_nodeids", leaves))
        .addAttribute(list("target_ids", new long[leaves.length]))
        .addAttribute(weights)
        .addAttribute(Onnx.number("n_targets", 1));
  }

  @Test
  void aTreeHasALimitOfLevels() {
    assertLoads(olderChain(10_000));
    assertLoads(chain(10_000, false));
    String reason =
        "a decision tree in it has more than 10000 levels, and loading it could overflow the stack."
            + " Train it with a limit, as max_depth sets it";
    assertRefused(olderChain(10_001), ErrorCode.ARTIFACT_UNSUPPORTED, reason);
    assertRefused(olderChain(50_000), ErrorCode.ARTIFACT_UNSUPPORTED, reason);
    assertRefused(chain(10_001, false), ErrorCode.ARTIFACT_UNSUPPORTED, reason);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 2, 100_000_000, 1L << 32})
  void aRootHasToBeANode(long root) {
    assertRefused(
        trees(new long[] {1, 0}, false, new long[] {1, 1}, 0, root),
        ErrorCode.ARTIFACT_CORRUPT,
        "a decision tree in it leads to a node or a leaf that it does not have");
  }

  @ParameterizedTest
  @CsvSource({"2, 0", "-1, 0", "4294967296, 0", "1, 2", "1, -1", "1, 100000000"})
  void whereATreeLeadsHasToBeThere(long node, long leaf) {
    String reason = "a decision tree in it leads to a node or a leaf that it does not have";
    long[] damaged = {node, leaf};
    assertRefused(trees(damaged, false, new long[] {1, 1}, 0), ErrorCode.ARTIFACT_CORRUPT, reason);
    assertRefused(trees(new long[] {1, 1}, false, damaged, 0), ErrorCode.ARTIFACT_CORRUPT, reason);
  }

  @Test
  void branchesThatTreesShareHaveALimit() {
    assertLoads(chain(10, true));
    assertRefused(
        chain(400, true),
        ErrorCode.ARTIFACT_UNSUPPORTED,
        "decision trees in it share branches, and more than 1000000 copies of nodes would be made of"
            + " them. Export it as TreeEnsembleRegressor");
  }

  private static NodeProto.Builder members(float... values) {
    NodeProto.Builder tree = trees(new long[] {1, 0}, false, new long[] {1, 1}, 0);
    tree.setAttribute(tree.getAttributeCount() - 1, modes(MEMBER, MEMBER));
    return values.length == 0 ? tree : tree.addAttribute(floats("membership_values", values));
  }

  @Test
  void eachSetHasToBeThere() {
    assertLoads(members(1, 2, Float.NaN, 3));
    assertLoads(members(1, Float.NaN, 3, Float.NaN));
    String reason = "a decision tree in it asks for members of a set that it does not have";
    assertRefused(members(), ErrorCode.ARTIFACT_CORRUPT, reason);
    assertRefused(members(1, Float.NaN), ErrorCode.ARTIFACT_CORRUPT, reason);
    assertRefused(members(Float.NaN, 1, Float.NaN), ErrorCode.ARTIFACT_CORRUPT, reason);
  }
}
