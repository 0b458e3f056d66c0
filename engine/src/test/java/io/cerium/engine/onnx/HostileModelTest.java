package io.cerium.engine.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.engine.model.ModelSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models that would keep ONNX Runtime busy for ever, or nearly so. */
class HostileModelTest {
  private static void inspect(ModelProto model) {
    new OnnxModelRuntime().inspect(new ModelSource.Bytes("hostile", model.toByteArray()));
  }

  private static void assertRefused(ModelProto model, ErrorCode code, String reason) {
    assertThatThrownBy(() -> inspect(model))
        .isInstanceOfSatisfying(CeriumException.class, e -> assertThat(e.code()).isEqualTo(code))
        .hasMessageContaining("'hostile'")
        .hasMessageContaining(reason);
  }

  private static NodeProto tree(boolean inCircle) {
    try {
      ModelProto model =
          ModelProto.parseFrom(Files.readAllBytes(TestModels.FOLDER.resolve("iris_forest.onnx")));
      NodeProto.Builder tree = model.getGraph().getNode(0).toBuilder();
      AttributeProto.Builder children = attribute(tree, "nodes_falsenodeids");
      assertThat(children.getInts(0)).isNotZero();
      children.setInts(0, inCircle ? 0 : children.getInts(0));
      return tree.clearInput().addInput("x").build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static AttributeProto.Builder attribute(NodeProto.Builder node, String name) {
    return node.getAttributeBuilderList().stream()
        .filter(attribute -> attribute.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static GraphProto body(NodeProto node) {
    GraphProto.Builder body = GraphProto.newBuilder().setName("body").addNode(node);
    node.getOutputList().forEach(output -> body.addOutputBuilder().setName(output));
    return body.build();
  }

  private static NodeProto choice(String output, GraphProto body) {
    return Onnx.node("If", "c", output)
        .addAttribute(Onnx.graph("then_branch", body))
        .addAttribute(Onnx.graph("else_branch", body(Onnx.node("Relu", "x", output).build())))
        .build();
  }

  /** {@code If} in {@code If}: {@code depth} bodies lie in each other. */
  private static NodeProto nested(int depth, NodeProto innermost) {
    NodeProto node = innermost;
    for (int i = 1; i <= depth; i++) {
      node = choice(i == depth ? "y" : "y" + i, body(node));
    }
    return node;
  }

  private static ModelProto.Builder withCondition(NodeProto node) {
    return Onnx.model(
        Onnx.node("ReduceMax", "x", "m").addAttribute(Onnx.number("keepdims", 0)).build(),
        Onnx.node("Cast", "m", "c").addAttribute(Onnx.number("to", 9)).build(),
        node);
  }

  /** Each calls the one before it twice. */
  private static void addDoubling(ModelProto.Builder model, int functions) {
    Onnx.addFunction(model, "F0", Onnx.node("Relu", "x", "z").build());
    for (int i = 1; i < functions; i++) {
      String before = "F" + (i - 1);
      Onnx.addFunction(
          model, "F" + i, Onnx.call(before, "x", "t").build(), Onnx.call(before, "t", "z").build());
    }
  }

  @Test
  void aTreeInACircleIsFoundInTheGraph() {
    assertRefused(
        Onnx.model(tree(true)).build(),
        ErrorCode.ARTIFACT_CORRUPT,
        "a decision tree in it runs in a circle");
  }

  @Test
  void aTreeInACircleIsFoundInABody() {
    NodeProto scores =
        tree(true).toBuilder().clearOutput().addOutput("label").addOutput("then").build();
    assertRefused(
        withCondition(nested(2, scores)).build(),
        ErrorCode.ARTIFACT_CORRUPT,
        "a decision tree in it runs in a circle");
  }

  @Test
  void aTreeInACircleIsFoundInAFunction() {
    ModelProto.Builder model = Onnx.model(Onnx.call("F", "x", "y").build());
    Onnx.addFunction(model, "F", tree(true));
    assertRefused(
        model.build(), ErrorCode.ARTIFACT_CORRUPT, "a decision tree in it runs in a circle");
    ModelProto.Builder inBody = Onnx.model(Onnx.call("F", "x", "y").build());
    Onnx.addFunction(inBody, "F", choice("z", body(tree(true))));
    assertRefused(
        inBody.build(), ErrorCode.ARTIFACT_CORRUPT, "a decision tree in it runs in a circle");
  }

  @Test
  void aTreeThatTheCallerOfAFunctionGivesIsRefused() {
    NodeProto.Builder tree = tree(false).toBuilder();
    attribute(tree, "nodes_falsenodeids").clearInts().setRefAttrName("children");
    ModelProto.Builder model = Onnx.model(Onnx.call("F", "x", "y").build());
    Onnx.addFunction(model, "F", tree.build());
    assertRefused(
        model.build(),
        ErrorCode.ARTIFACT_UNSUPPORTED,
        "a decision tree in one of its functions comes from the caller. Write it without functions:");
  }

  @Test
  void bodiesInBodiesHaveALimit() {
    NodeProto innermost = Onnx.node("Relu", "x", "y0").build();
    assertThatCode(() -> inspect(withCondition(nested(8, innermost)).build()))
        .doesNotThrowAnyException();
    assertRefused(
        withCondition(nested(9, innermost)).build(),
        ErrorCode.ARTIFACT_UNSUPPORTED,
        "bodies of If, Loop or Scan lie more than 8 deep in each other, and each level multiplies"
            + " the time that loading takes. Export it with fewer levels:");
  }

  @Test
  void bodiesOfFunctionsLieInThoseOfTheirCallers() {
    ModelProto.Builder model = withCondition(nested(5, Onnx.call("F", "x", "y0").build()));
    Onnx.addFunction(model, "F", nested(4, Onnx.node("Relu", "x", "y0").build()));
    assertRefused(model.build(), ErrorCode.ARTIFACT_UNSUPPORTED, "more than 8 deep");
  }

  @Test
  void functionsThatCallFunctionsHaveALimit() {
    ModelProto.Builder few = Onnx.model(Onnx.call("F5", "x", "y").build());
    addDoubling(few, 6);
    assertThatCode(() -> inspect(few.build())).doesNotThrowAnyException();
    ModelProto.Builder many = Onnx.model(Onnx.call("F39", "x", "y").build());
    addDoubling(many, 40);
    assertRefused(
        many.build(),
        ErrorCode.ARTIFACT_UNSUPPORTED,
        "its functions call each other so often that they stand for more than 50000 nodes. Write it"
            + " without functions: import onnx, onnx.inliner;");
  }

  @ParameterizedTest
  @ValueSource(ints = {70, 5_000})
  void aLongChainOfFunctionsOverflowsNoStack(int functions) {
    ModelProto.Builder model = Onnx.model(Onnx.call("F" + (functions - 1), "x", "y").build());
    for (int i = 0; i < functions; i++) {
      Onnx.addFunction(model, "F" + i, Onnx.call("F" + (i - 1), "x", "z").build());
    }
    assertRefused(model.build(), ErrorCode.ARTIFACT_UNSUPPORTED, "more than 50000 nodes");
  }

  @Test
  void aFunctionThatCallsItselfIsRefused() {
    ModelProto.Builder model = Onnx.model(Onnx.call("F", "x", "y").build());
    NodeProto itself = Onnx.call("F", "x", "z").build();
    Onnx.addFunction(model, "F", itself, itself, itself);
    assertRefused(model.build(), ErrorCode.ARTIFACT_UNSUPPORTED, "more than 50000 nodes");
  }

  @Test
  void aGraphForAFunctionIsRefused() {
    AttributeProto graph = Onnx.graph("g", body(Onnx.node("Relu", "x", "z").build()));
    ModelProto.Builder model = Onnx.model(Onnx.call("F", "x", "y").addAttribute(graph).build());
    Onnx.addFunction(model, "F", Onnx.node("Relu", "x", "z").build());
    assertRefused(
        model.build(),
        ErrorCode.ARTIFACT_UNSUPPORTED,
        "a function in it takes a graph from its caller");
  }
}
