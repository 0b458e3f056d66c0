package io.cerium.engine.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.engine.model.Activation;
import io.cerium.engine.model.ModelRuntime;
import io.cerium.engine.model.ModelSource;
import io.cerium.engine.model.Signature;
import io.cerium.engine.model.TensorSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shade.com.google.protobuf.ByteString;

class OnnxSignatureTest {
  private static Signature inspect(String name) {
    return new OnnxModelRuntime().inspect(TestModels.source(name));
  }

  @Test
  void isFoundAsAService() {
    assertThat(ServiceLoader.load(ModelRuntime.class))
        .anyMatch(runtime -> runtime.format().equals("onnx"));
  }

  @Test
  void tellsWhatTheFileTells() {
    Signature signature = inspect("scale");
    assertThat(signature.format()).isEqualTo("onnx");
    assertThat(signature.inputs()).hasToString("[x FLOAT [N,4]]");
    assertThat(signature.outputs()).hasToString("[y FLOAT [N,4]]");
    assertThat(signature.metadata())
        .containsEntry("author", "Ann")
        .containsEntry("license", "CC0")
        .containsEntry("producer", "test maker 1.0")
        .containsEntry("description", "Doubles and adds one.")
        .containsEntry("graph", "test")
        .containsEntry("opset", "17")
        .containsEntry("ir_version", "8");
  }

  @Test
  void readsBytesAsItReadsFiles() throws IOException {
    byte[] bytes = Files.readAllBytes(TestModels.FOLDER.resolve("scale.onnx"));
    assertThat(new OnnxModelRuntime().inspect(new ModelSource.Bytes("scale", bytes)))
        .isEqualTo(inspect("scale"));
  }

  @Test
  void namesEachType() {
    Signature signature = inspect("all_types");
    assertThat(signature.inputs())
        .allMatch(spec -> spec.name().equalsIgnoreCase(spec.type().name() + "_in"))
        .hasSize(14);
    assertThat(signature.outputs())
        .allMatch(spec -> spec.name().equalsIgnoreCase(spec.type().name() + "_out"))
        .hasSize(14);
  }

  @Test
  void keepsTheOrderOfTheGraph() {
    assertThat(inspect("several_outputs").outputs())
        .extracting(TensorSpec::name)
        .containsExactly("scores", "best");
  }

  @Test
  void tellsAFixedBatch() {
    assertThat(inspect("fixed_batch").fixedBatch()).isEqualTo(4);
    assertThat(inspect("dynamic").fixedBatch()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "ends_in_softmax, SOFTMAX",
    "ends_in_softmax_then_shape, SOFTMAX",
    "ends_in_softmax_quantised, SOFTMAX",
    "ends_in_sigmoid, SIGMOID",
    "ends_in_one_minus_sigmoid, SIGMOID",
    "ends_in_log_softmax, NONE",
    "ends_in_relu, NONE",
    "ends_in_input, NONE",
    "several_outputs, SOFTMAX",
    "iris_zipmap, SOFTMAX",
    "iris_tensor, SOFTMAX",
    "iris_forest, SOFTMAX",
    "fixed_batch, NONE"
  })
  void tellsWhatWasAppliedLast(String model, Activation activation) {
    Signature signature = inspect(model);
    TensorSpec scores =
        signature.outputs().stream().filter(o -> o.type().isFloating()).findFirst().orElseThrow();
    assertThat(signature.end(scores.name()).activation()).isEqualTo(activation);
  }

  @Test
  void tellsWhatWasAppliedBeforeEachOutput() {
    Signature signature = inspect("features_and_scores");
    assertThat(signature.end("features").activation()).isEqualTo(Activation.NONE);
    assertThat(signature.end("probabilities").activation()).isEqualTo(Activation.SOFTMAX);
    assertThat(signature.ends()).containsOnlyKeys("features", "probabilities");
  }

  @Test
  void anAuthorsPairIsNoLabelOfTheGraph() {
    Signature signature = inspect("features_and_scores");
    assertThat(signature.metadata()).containsEntry("classes", "person,car");
    assertThat(signature.classes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "refused_external, ARTIFACT_UNSUPPORTED, weights lie in other files",
    "refused_external_in_node, ARTIFACT_UNSUPPORTED, weights lie in other files",
    "refused_external_in_sparse, ARTIFACT_UNSUPPORTED, weights lie in other files",
    "refused_external_in_default, ARTIFACT_UNSUPPORTED, weights lie in other files",
    "refused_sequence, ARTIFACT_UNSUPPORTED, its output 'y' is no tensor",
    "refused_complex, ARTIFACT_UNSUPPORTED, values of the type complex64",
    "refused_no_inputs, ARTIFACT_UNSUPPORTED, it has no inputs",
    "refused_scalar_input, ARTIFACT_UNSUPPORTED, is one value for all rows",
    "refused_state, ARTIFACT_UNSUPPORTED, rows along their first dimension",
    "refused_other_operator, ARTIFACT_UNSUPPORTED, 'Frobnicate' of the domain 'com.example'",
    "refused_newer_ir, ARTIFACT_UNSUPPORTED, its file format is of version 99",
    "refused_newer_opset, ARTIFACT_OPSET_UNSUPPORTED, uses opset 99; this version reads up to opset",
  })
  void refusesInWords(String model, ErrorCode code, String words) {
    assertThatThrownBy(() -> inspect(model))
        .isInstanceOfSatisfying(CeriumException.class, e -> assertThat(e.code()).isEqualTo(code))
        .hasMessageContaining(words)
        .hasMessageContaining("'" + model + "'")
        .hasMessageNotContaining(".cc:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"4611686018427387904,4", "536870912", "65536,8192", "2147483648,0"})
  void refusesAnInputThatNoBufferHolds(String row) {
    assertThatThrownBy(() -> inspect(Onnx.identity(dimensions(row))))
        .isInstanceOfSatisfying(
            CeriumException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.ARTIFACT_UNSUPPORTED))
        .hasMessageContaining(
            "cannot be served: its input 'x FLOAT [N,"
                + row
                + "]' takes more than 2 GiB for each"
                + " row or batch. Export it with the dimensions that its data has.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"536870911", "0,536870911", "65536,8191"})
  void readsAnInputThatABufferHolds(String row) {
    assertThat(inspect(Onnx.identity(dimensions(row))).inputs())
        .hasToString("[x FLOAT [N," + row + "]]");
  }

  @Test
  void refusesABatchThatNoBufferHolds() {
    ModelProto.Builder model = Onnx.identity(4).toBuilder();
    for (ValueInfoProto.Builder end :
        new ValueInfoProto.Builder[] {
          model.getGraphBuilder().getInputBuilder(0), model.getGraphBuilder().getOutputBuilder(0)
        }) {
      var shape = end.getTypeBuilder().getTensorTypeBuilder().getShapeBuilder();
      shape.getDimBuilder(0).setDimValue(1L << 40);
    }
    assertThatThrownBy(() -> inspect(model.build()))
        .hasMessageContaining("its input 'x FLOAT [1099511627776,4]' takes more than 2 GiB");
  }

  @Test
  void refusesAnOutputThatNoBufferHolds() {
    ModelProto.Builder model = Onnx.model(Onnx.node("Expand", "x", "y").addInput("wide").build());
    model
        .getGraphBuilder()
        .addInitializer(
            TensorProto.newBuilder()
                .setName("wide")
                .setDataType(TensorProto.DataType.INT64_VALUE)
                .addDims(2)
                .addInt64Data(1)
                .addInt64Data(600_000_000))
        .setInput(0, Onnx.rows("x", 1))
        .setOutput(0, Onnx.rows("y", 600_000_000));
    assertThatThrownBy(() -> inspect(model.build()))
        .hasMessageContaining("its output 'y FLOAT [N,600000000]' takes more than 2 GiB");
  }

  @ParameterizedTest
  @CsvSource({"é, false", "\uffff, false", "😀, true", "a\0b, true"})
  void refusesTextThatWouldComeOutAsAnother(String text, boolean refused) {
    NodeProto encoder =
        Onnx.node("LabelEncoder", "x", "y")
            .setDomain("ai.onnx.ml")
            .addAttribute(
                AttributeProto.newBuilder()
                    .setName("keys_floats")
                    .setType(AttributeProto.AttributeType.FLOATS)
                    .addFloats(1))
            .addAttribute(
                AttributeProto.newBuilder()
                    .setName("values_strings")
                    .setType(AttributeProto.AttributeType.STRINGS)
                    .addStrings(ByteString.copyFromUtf8(text)))
            .build();
    ModelProto.Builder model = Onnx.model(encoder);
    model.getGraphBuilder().setOutput(0, text("y"));
    if (refused) {
      String problem = "it answers text, and holds U+0000 or characters beyond U+FFFF";
      assertThatThrownBy(() -> inspect(model.build())).hasMessageContaining(problem);
      // The runtime finds the type of an output out where a file does not tell it.
      model.getGraphBuilder().getOutputBuilder(0).clearType();
      assertThatThrownBy(() -> inspect(model.build())).hasMessageContaining(problem);
    } else {
      assertThat(inspect(model.build()).outputs()).hasToString("[y STRING [N,2]]");
    }
  }

  /** Such text may be an initializer, of the graph or of a body in it. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void refusesSuchTextAmongTheInitializers(boolean inBody) {
    ModelProto.Builder model = Onnx.model();
    GraphProto.Builder graph = model.getGraphBuilder();
    GraphProto.Builder body =
        GraphProto.newBuilder()
            .setName("body")
            .addNode(Onnx.node("Gather", "words", "z").addInput("i"))
            .addOutput(text("z"));
    (inBody ? body : graph)
        .addInitializer(
            TensorProto.newBuilder()
                .setName("words")
                .setDataType(TensorProto.DataType.STRING_VALUE)
                .addDims(1)
                .addStringData(ByteString.copyFromUtf8("😀")));
    graph
        .addInitializer(
            TensorProto.newBuilder()
                .setName("yes")
                .setDataType(TensorProto.DataType.BOOL_VALUE)
                .addInt32Data(1))
        .addNode(Onnx.node("Cast", "x", "i").addAttribute(Onnx.number("to", 7)))
        .addNode(
            Onnx.node("If", "yes", "y")
                .addAttribute(Onnx.graph("then_branch", body.build()))
                .addAttribute(Onnx.graph("else_branch", body.build())))
        .setOutput(0, text("y"));
    assertThatThrownBy(() -> inspect(model.build()))
        .hasMessageContaining("it answers text, and holds U+0000 or characters beyond U+FFFF");
  }

  private static ValueInfoProto.Builder text(String name) {
    ValueInfoProto.Builder end = Onnx.rows(name, 2).toBuilder();
    end.getTypeBuilder().getTensorTypeBuilder().setElemType(TensorProto.DataType.STRING_VALUE);
    return end;
  }

  private static long[] dimensions(String row) {
    return Stream.of(row.split(",")).mapToLong(Long::parseLong).toArray();
  }

  private static Signature inspect(ModelProto model) {
    return new OnnxModelRuntime().inspect(new ModelSource.Bytes("large", model.toByteArray()));
  }

  @Test
  void namesAFileThatIsNotThere() {
    ModelSource nowhere = new ModelSource.File("s3a://b/m.onnx", Path.of("target/no-such.onnx"));
    assertThatThrownBy(() -> new OnnxModelRuntime().inspect(nowhere))
        .isInstanceOf(CeriumException.class)
        .hasMessageContaining("[ARTIFACT_NOT_FOUND] No file can be read at 's3a://b/m.onnx'");
  }
}
