package io.cerium.engine.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shade.com.google.protobuf.ByteString;

/**
 * Refuses models that ONNX Runtime must not see: it would read other files for them, be busy for
 * ever in native code that nothing ends, or end the process.
 */
final class ArtifactCheck {
  /** Each level doubles the time of loading at least; models have two or three. */
  private static final int MOST_NESTED = 8;

  /** Loading takes a minute for so many; of the file's own nodes the file's size sets the limit. */
  private static final int MOST_FROM_CALLS = 50_000;

  private static final String WITHOUT_FUNCTIONS =
      "Write it without functions: import onnx, onnx.inliner;"
          + " onnx.save_model(onnx.inliner.inline_local_functions(onnx.load('model.onnx')),"
          + " 'inlined.onnx').";

  private final String location;
  private final ModelProto model;
  private final List<OnnxFunction> functions;
  private final List<NodeProto> nodes;

  private ArtifactCheck(String location, ModelProto model) throws IOException {
    this.location = location;
    this.model = model;
    this.functions = OnnxFunction.of(model);
    this.nodes = NestedGraphs.allNodes(model, functions);
  }

  /**
   * @throws CeriumException ARTIFACT_UNSUPPORTED, ARTIFACT_CORRUPT
   */
  static void check(String location, ModelProto model) throws IOException {
    ArtifactCheck check = new ArtifactCheck(location, model);
    check.requireOneFile();
    check.requireNoGraphsFromCallers();
    check.requireFlat();
    check.requireTreesThatEnd();
    check.requireTextThatCanBeRead();
  }

  private void requireOneFile() {
    if (ExternalData.isIn(model, functions)) {
      throw unsupported(
          "its weights lie in other files",
          "Write it as one file: import onnx; onnx.save_model(onnx.load('model.onnx'),"
              + " 'single.onnx', save_as_external_data=False).");
    }
  }

  /** The graph could lie in others that the function has, any number of times. */
  private void requireNoGraphsFromCallers() {
    Set<OnnxFunction.Id> known =
        functions.stream().map(OnnxFunction::id).collect(Collectors.toSet());
    boolean given =
        nodes.stream()
            .filter(node -> known.contains(OnnxFunction.Id.calledBy(node)))
            .anyMatch(call -> !NestedGraphs.of(call.getAttributeList()).isEmpty());
    if (given || functions.stream().anyMatch(f -> !NestedGraphs.of(f.defaults()).isEmpty())) {
      throw unsupported("a function in it takes a graph from its caller", WITHOUT_FUNCTIONS);
    }
  }

  private void requireFlat() {
    GraphExtent extent = GraphExtent.of(model, functions);
    if (extent.depth() > MOST_NESTED) {
      throw unsupported(
          "bodies of If, Loop or Scan lie more than "
              + MOST_NESTED
              + " deep in each other, and each level multiplies the time that loading takes",
          "Export it with fewer levels: of conditions inside conditions make one, or use Where.");
    }
    if (extent.fromCalls() > MOST_FROM_CALLS) {
      throw unsupported(
          "its functions call each other so often that they stand for more than "
              + MOST_FROM_CALLS
              + " nodes",
          WITHOUT_FUNCTIONS);
    }
  }

  private void requireTreesThatEnd() {
    for (NodeProto node : nodes) {
      if (!TreeCheck.isTree(node)) {
        continue;
      }
      if (node.getAttributeList().stream().anyMatch(a -> !a.getRefAttrName().isEmpty())) {
        throw unsupported(
            "a decision tree in one of its functions comes from the caller", WITHOUT_FUNCTIONS);
      }
      switch (TreeCheck.find(node)) {
        case SOUND -> {}
        case CIRCLE -> throw corrupt("a decision tree in it runs in a circle");
        case OUTSIDE ->
            throw corrupt("a decision tree in it leads to a node or a leaf that it does not have");
        case NO_SET ->
            throw corrupt("a decision tree in it asks for members of a set that it does not have");
        case TOO_DEEP ->
            throw unsupported(
                "a decision tree in it has more than "
                    + TreeCheck.MOST_LEVELS
                    + " levels, and loading it could overflow the stack",
                "Train it with a limit, as max_depth sets it (LightGBM: max_cat_threshold too).");
        case TOO_SHARED ->
            throw unsupported(
                "decision trees in it share branches, and more than "
                    + TreeCheck.MOST_COPIES
                    + " copies of nodes would be made of them",
                "Export it as TreeEnsembleRegressor or TreeEnsembleClassifier.");
      }
    }
  }

  /**
   * The runtime's Java side takes text for Java's own UTF-8, which has other bytes beyond U+FFFF
   * and ends at U+0000: an answer there would be another text.
   */
  private void requireTextThatCanBeRead() {
    boolean answersText =
        model.getGraph().getOutputList().stream().anyMatch(ArtifactCheck::mayBeText);
    if (answersText && texts().anyMatch(ArtifactCheck::isGarbled)) {
      throw unsupported(
          "it answers text, and holds U+0000 or characters beyond U+FFFF, which the runtime's Java"
              + " interface garbles",
          "Let it answer numbers, and give them names by the option labels.");
    }
  }

  /** Files may leave the type of an output to the runtime. */
  private static boolean mayBeText(ValueInfoProto output) {
    int type = output.getType().getTensorType().getElemType();
    return output.getType().hasTensorType()
        ? type == TensorProto.DataType.STRING_VALUE || type == 0
        : !output.hasType();
  }

  private Stream<ByteString> texts() {
    List<AttributeProto> attributes =
        Stream.concat(
                nodes.stream().map(NodeProto::getAttributeList),
                functions.stream().map(OnnxFunction::defaults))
            .flatMap(List::stream)
            .toList();
    Stream<TensorProto> tensors =
        Stream.concat(
            attributes.stream().map(AttributeProto::getT),
            Stream.concat(Stream.of(model.getGraph()), NestedGraphs.of(attributes).stream())
                .flatMap(graph -> graph.getInitializerList().stream()));
    return Stream.concat(
        attributes.stream()
            .flatMap(a -> Stream.concat(a.getStringsList().stream(), Stream.of(a.getS()))),
        tensors.flatMap(tensor -> tensor.getStringDataList().stream()));
  }

  private static boolean isGarbled(ByteString utf8) {
    for (int i = 0; i < utf8.size(); i++) {
      if (utf8.byteAt(i) == 0 || (utf8.byteAt(i) & 0xf8) == 0xf0) {
        return true;
      }
    }
    return false;
  }

  private CeriumException corrupt(String reason) {
    return CeriumException.of(ErrorCode.ARTIFACT_CORRUPT, "location", location, "reason", reason);
  }

  private CeriumException unsupported(String reason, String remedy) {
    return CeriumException.of(
        ErrorCode.ARTIFACT_UNSUPPORTED, "location", location, "reason", reason, "remedy", remedy);
  }
}
