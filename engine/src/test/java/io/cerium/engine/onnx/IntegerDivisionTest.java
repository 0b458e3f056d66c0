package io.cerium.engine.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.engine.model.Device;
import io.cerium.engine.model.LoadedModel;
import io.cerium.engine.model.ModelSource;
import io.cerium.engine.tensor.ElementType;
import io.cerium.engine.tensor.Shape;
import io.cerium.engine.tensor.Tensor;
import io.cerium.engine.tensor.TensorPool;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each of these runs would end the process. */
class IntegerDivisionTest {
  private static NodeProto node(String operator) {
    return NodeProto.newBuilder()
        .setOpType(operator)
        .addInput("a")
        .addInput("b")
        .addOutput("y")
        .build();
  }

  /** From {@code a} and {@code b} to {@code y}, one number a row. */
  private static ModelProto.Builder model(TensorProto.DataType type, NodeProto node) {
    ModelProto.Builder model = Onnx.model(node);
    model
        .getGraphBuilder()
        .clearInput()
        .clearOutput()
        .addInput(Onnx.rows("a"))
        .addInput(Onnx.rows("b"))
        .addOutput(Onnx.rows("y"));
    model
        .getGraphBuilder()
        .getInputBuilderList()
        .forEach(end -> end.getTypeBuilder().getTensorTypeBuilder().setElemType(type.getNumber()));
    model
        .getGraphBuilder()
        .getOutputBuilder(0)
        .getTypeBuilder()
        .getTensorTypeBuilder()
        .setElemType(type.getNumber());
    return model;
  }

  private static long answer(ModelProto model, ElementType type, long a, long b) {
    ModelSource source = new ModelSource.Bytes("m", model.toByteArray());
    try (LoadedModel loaded = new OnnxModelRuntime().load(source, Device.CPU, 1);
        Tensor dividend = tensor(type, a);
        Tensor divisor = tensor(type, b);
        Tensor y = loaded.run(Map.of("a", dividend, "b", divisor), List.of("y")).get("y")) {
      return type == ElementType.INT64 ? y.data().getLong() : y.data().getInt();
    }
  }

  private static Tensor tensor(ElementType type, long number) {
    Tensor tensor = TensorPool.shared().allocate(type, Shape.of(1));
    if (type == ElementType.INT64) {
      tensor.data().putLong(number);
    } else {
      tensor.data().putInt((int) number);
    }
    return tensor;
  }

  @ParameterizedTest
  @CsvSource({
    "INT64, Div, -9223372036854775808, -7",
    "INT64, Mod, -9223372036854775808, 0",
    "INT32, Div, -2147483648, -7",
    "INT32, Mod, -2147483648, 0"
  })
  void theSmallestNumberIsNotDivided(
      ElementType type, String operator, long smallest, long ofSeven) {
    ModelProto model = model(TensorProto.DataType.valueOf(type.name()), node(operator)).build();
    assertThatThrownBy(() -> answer(model, type, smallest, -1))
        .isInstanceOfSatisfying(
            CeriumException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INFERENCE_FAILED))
        .hasMessageContaining("it divides, and a row holds " + smallest + ", which");
    assertThat(answer(model, type, 7, -1)).isEqualTo(ofSeven);
    assertThat(answer(model, type, smallest + 1, -1))
        .isEqualTo(operator.equals("Div") ? -(smallest + 1) : 0);
  }

  @Test
  void divisionsInsideOfFunctionsAreFound() {
    NodeProto call = Onnx.call("F", "a", "y").build();
    ModelProto.Builder model = model(TensorProto.DataType.INT64, node("Sub"));
    model.getGraphBuilder().clearNode().addNode(node("Sub").toBuilder().setOutput(0, "d"));
    model.getGraphBuilder().addNode(call.toBuilder().setInput(0, "d"));
    Onnx.addFunction(model, "F", Onnx.node("Div", "x", "z").addInput("x").build());
    assertThat(answer(model.build(), ElementType.INT64, 9, 3)).isEqualTo(1);
    assertThatThrownBy(() -> answer(model.build(), ElementType.INT64, Long.MIN_VALUE, 3))
        .hasMessageContaining("it divides, and a row holds");
  }

  @Test
  void modelsThatDoNotDivideTakeEveryNumber() {
    ModelProto model = model(TensorProto.DataType.INT64, node("Add")).build();
    assertThat(answer(model, ElementType.INT64, Long.MIN_VALUE, 1)).isEqualTo(Long.MIN_VALUE + 1);
  }
}
