package io.cerium.engine.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import io.cerium.engine.error.ErrorCode;
import io.cerium.engine.model.Device;
import io.cerium.engine.model.LoadedModel;
import io.cerium.engine.model.ModelSource;
import io.cerium.engine.tensor.ElementType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shade.com.google.protobuf.ByteString;
import shade.com.google.protobuf.UnknownFieldSet;

/** Files that protobuf's parser reads for minutes, or never, and such as it reads well. */
class WireCheckTest {
  /** Unknown fields 100 and 101 in turns, of one byte each. */
  private static final byte[] TURN = {(byte) 0xa0, 6, 0, (byte) 0xa8, 6, 0};

  /** A model, whose version is its first field, then {@code times} times the same bytes. */
  private static byte[] repeated(byte[] part, int times) {
    return ByteString.copyFrom(new byte[] {8, 8}).concat(bytes(part, times)).toByteArray();
  }

  private static ByteString bytes(byte[] part, int times) {
    byte[] bytes = new byte[part.length * times];
    for (int i = 0; i < times; i++) {
      System.arraycopy(part, 0, bytes, i * part.length, part.length);
    }
    return ByteString.copyFrom(bytes);
  }

  private static UnknownFieldSet field(int number, ByteString value) {
    return UnknownFieldSet.newBuilder()
        .addField(number, UnknownFieldSet.Field.newBuilder().addLengthDelimited(value).build())
        .build();
  }

  private static void assertRefusedSoon(byte[] file) {
    Onnx.assertRefusedSoon(file, ErrorCode.ARTIFACT_CORRUPT, "it is cut off or damaged");
  }

  private static ModelProto.Builder model() {
    return Onnx.model(Onnx.node("Relu", "x", "y").build());
  }

  @Test
  void unknownFieldsByTurnsAreRefusedInTheModel() {
    assertRefusedSoon(repeated(TURN, 200_000));
  }

  @Test
  void unknownFieldsByTurnsAreRefusedInAnAttributeOfANode() {
    ModelProto.Builder model = model();
    NodeProto.Builder node = model.getGraphBuilder().getNodeBuilder(0);
    node.setUnknownFields(field(5, bytes(TURN, 200_000)));
    assertRefusedSoon(model.build().toByteArray());
  }

  @Test
  void unknownFieldsByTurnsAreRefusedInANodeOfAFunction() {
    ModelProto.Builder model = model();
    model.setUnknownFields(field(25, field(7, bytes(TURN, 200_000)).toByteString()));
    assertRefusedSoon(model.build().toByteArray());
  }

  /** Each would be merged with all that came before. */
  @Test
  void aGraphInManyPartsIsRefused() {
    byte[] graph = {7 << 3 | 2, 2, 1 << 3 | 2, 0};
    assertRefusedSoon(repeated(graph, 200_000));
  }

  /** Field 9 of a tensor is its values, which are skipped; field 15 is none, field 1 a number. */
  @ParameterizedTest
  @ValueSource(ints = {9, 15, 1})
  void groupsAreRefusedAtEachLevel(int number) {
    byte[] group = {(byte) (number << 3 | 3)};
    ByteString nested = bytes(group, 200_000);
    assertRefusedSoon(repeated(group, 200_000));
    ByteString graph = field(5, nested).toByteString();
    assertRefusedSoon(
        ByteString.copyFrom(new byte[] {8, 8})
            .concat(field(7, graph).toByteString())
            .toByteArray());
    ModelProto.Builder inFunction = model().setUnknownFields(field(25, nested));
    assertRefusedSoon(inFunction.build().toByteArray());
  }

  @Test
  void whatIsChangedIsReadWithEqualCare() {
    // The values of a weight in two forms by turns, as numbers that it cannot hold.
    byte[] turn = {TensorProto.RAW_DATA_FIELD_NUMBER << 3, 0, 4 << 3, 0};
    ModelProto.Builder model = model();
    makeInputUnsigned(model);
    model.getGraphBuilder().setUnknownFields(field(5, bytes(turn, 200_000)));
    assertRefusedSoon(model.build().toByteArray());
  }

  @Test
  void otherUnknownFieldsDoNoHarm() {
    ModelProto.Builder model = model();
    UnknownFieldSet three =
        field(100, ByteString.copyFromUtf8("a")).toBuilder()
            .mergeFrom(field(100, ByteString.copyFromUtf8("b")))
            .mergeFrom(field(101, ByteString.copyFromUtf8("c")))
            .build();
    model.setUnknownFields(three);
    model.getGraphBuilder().setUnknownFields(three).getNodeBuilder(0).setUnknownFields(three);
    ModelSource source = new ModelSource.Bytes("new", model.build().toByteArray());
    try (LoadedModel loaded = new OnnxModelRuntime().load(source, Device.CPU, 1)) {
      assertThat(loaded.signature().inputs()).hasSize(1);
    }
  }

  private static void makeInputUnsigned(ModelProto.Builder model) {
    model
        .getGraphBuilder()
        .getInputBuilder(0)
        .getTypeBuilder()
        .getTensorTypeBuilder()
        .setElemType(TensorProto.DataType.UINT16_VALUE);
  }

  /** The function is unknown to the classes that read the file. */
  @Test
  void aModelThatIsChangedKeepsItsFunctions() {
    ModelProto.Builder model =
        Onnx.model(
            Onnx.node("Cast", "x", "f").addAttribute(Onnx.number("to", 1)).build(),
            Onnx.call("F", "f", "y").build());
    Onnx.addFunction(model, "F", Onnx.node("Relu", "x", "z").build());
    makeInputUnsigned(model);
    ModelSource source = new ModelSource.Bytes("unsigned", model.build().toByteArray());
    try (LoadedModel loaded = new OnnxModelRuntime().load(source, Device.CPU, 1)) {
      assertThat(loaded.signature().inputs().get(0).type()).isEqualTo(ElementType.UINT16);
    }
  }

  /** The runtime takes bytes for its own format by those from the fifth on. */
  @Test
  void aModelThatIsChangedStaysOnnx() {
    ModelProto.Builder model =
        Onnx.model(Onnx.node("Cast", "x", "y").addAttribute(Onnx.number("to", 1)).build());
    makeInputUnsigned(model);
    ByteString producer = field(2, ByteString.copyFromUtf8("ORTM")).toByteString();
    byte[] file = model.build().toByteString().concat(producer).toByteArray();
    ModelSource source = new ModelSource.Bytes("ORTM", file);
    assertThat(new OnnxModelRuntime().inspect(source).metadata()).containsEntry("producer", "ORTM");
    try (LoadedModel loaded = new OnnxModelRuntime().load(source, Device.CPU, 1)) {
      assertThat(loaded.signature().inputs().get(0).type()).isEqualTo(ElementType.UINT16);
    }
  }
}
