package io.cerium.functions.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerium.engine.image.ImageLimits;
import io.cerium.engine.model.Signature;
import io.cerium.engine.model.TensorSpec;
import io.cerium.engine.tensor.ElementType;
import io.cerium.engine.tensor.Shape;
import io.cerium.functions.spi.BatchArguments;
import io.cerium.functions.spi.BatchArguments.Input;
import io.cerium.functions.spi.ModelLookup.PinnedModel;
import io.cerium.registry.ModelName;
import io.cerium.registry.ModelVersion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.Test;

class InputBindingTest {
  private static final TensorSpec AGE = new TensorSpec("age", ElementType.INT64, Shape.of(-1, 1));
  private static final TensorSpec INCOME =
      new TensorSpec("income", ElementType.FLOAT, Shape.of(-1));
  private static final TensorSpec ROW = new TensorSpec("x", ElementType.FLOAT, Shape.of(-1, 3));

  private static Input column(String name, DataType type) {
    return new Input(Optional.empty(), Optional.of(name), type, name);
  }

  private static Input named(String name, DataType type) {
    return new Input(Optional.of(name), Optional.empty(), type, "?");
  }

  private static BoundInputs bind(List<TensorSpec> tensors, Input... inputs) {
    Signature signature = new Signature("onnx", tensors, List.of(ROW), Map.of(), 0, Map.of());
    ModelVersion version =
        new ModelVersion(
            1,
            "onnx",
            "0".repeat(64),
            1,
            signature,
            Map.of(),
            List.of(),
            "",
            Instant.EPOCH,
            "test");
    return new InputBinding(
            new BatchArguments(
                "predict", "m", List.of(inputs), Map.of(), Set.of("top_k", "device")),
            new PinnedModel(ModelName.of("m"), version),
            ModelOptions.of(Map.of(), signature, List.of()),
            new ImageLimits(1000))
        .bind();
  }

  @Test
  void matchesByPosition() {
    BoundInputs bound =
        bind(
            List.of(AGE, INCOME),
            column("a", DataTypes.IntegerType),
            column("b", DataTypes.createDecimalType(3, 1)));

    assertThat(bound.columns()).extracting(c -> c.type().sql()).containsExactly("BIGINT", "FLOAT");
  }

  @Test
  void theNameInputsStandsForNoneUnlessTheModelHasIt() {
    TensorSpec inputs = new TensorSpec("inputs", ElementType.FLOAT, Shape.of(-1, 1));

    assertThat(bind(List.of(INCOME), named("inputs", DataTypes.FloatType)).columns()).hasSize(1);
    assertThat(
            bind(
                    List.of(inputs, AGE),
                    named("age", DataTypes.LongType),
                    named("inputs", DataTypes.FloatType))
                .columns())
        .hasSize(2);
  }

  @Test
  void matchesByNameInAnyOrderAndCase() {
    BoundInputs bound =
        bind(
            List.of(AGE, INCOME),
            named("INCOME", DataTypes.DoubleType),
            named("Age", DataTypes.ShortType));

    assertThat(bound.columns()).extracting(c -> c.argument()).containsExactly(1, 0);
  }

  @Test
  void matchesTheFieldsOfAStructAndIgnoresOthers() {
    DataType row =
        DataTypes.createStructType(
            new StructField[] {
              DataTypes.createStructField("other", DataTypes.StringType, true),
              DataTypes.createStructField("income", DataTypes.FloatType, true),
              DataTypes.createStructField("AGE", DataTypes.LongType, true)
            });

    BoundInputs bound = bind(List.of(AGE, INCOME), column("row", row));

    assertThat(bound.columns())
        .extracting(c -> c.field().orElseThrow())
        .containsExactly("AGE", "income");
  }

  @Test
  void spreadsColumnsOrAnArrayIntoOneTensor() {
    BoundInputs columns =
        bind(
            List.of(ROW),
            column("a", DataTypes.IntegerType),
            column("b", DataTypes.DoubleType),
            column("c", DataTypes.FloatType));
    BoundInputs array =
        bind(List.of(ROW), column("v", DataTypes.createArrayType(DataTypes.IntegerType)));
    BoundInputs wide =
        bind(List.of(ROW), column("v", DataTypes.createArrayType(DataTypes.DoubleType)));

    assertThat(columns.feeds().get(0).inputs()).containsExactly(0, 1, 2);
    assertThat(array.columns().get(0).type())
        .isEqualTo(DataTypes.createArrayType(DataTypes.FloatType));
    assertThat(wide.columns().get(0).type())
        .as("narrowed where it is written, so that one beyond a FLOAT is seen")
        .isEqualTo(DataTypes.createArrayType(DataTypes.DoubleType));
  }

  @Test
  void refusesInputsInAnotherOrder() {
    assertThatThrownBy(
            () ->
                bind(
                    List.of(AGE, INCOME),
                    column("income", DataTypes.IntegerType),
                    column("age", DataTypes.IntegerType)))
        .hasMessageStartingWith("[MODEL_ARGUMENT_ORDER]")
        .hasMessageContaining("expected (age, income), given (income, age)");
  }

  @Test
  void showsExpectedAndGiven() {
    assertThatThrownBy(() -> bind(List.of(AGE, INCOME), column("a", DataTypes.StringType)))
        .hasMessageStartingWith("[MODEL_SIGNATURE_MISMATCH]")
        .hasMessageContaining("inputs are missing: it takes 2, given are 1")
        .hasMessageContaining("Expected: (age BIGINT, income FLOAT)")
        .hasMessageContaining("Given: (a STRING)");
    assertThatThrownBy(
            () ->
                bind(
                    List.of(AGE, INCOME),
                    column("a", DataTypes.StringType),
                    column("b", DataTypes.FloatType)))
        .hasMessageContaining("the input 'age' cannot be of type STRING");
    assertThatThrownBy(
            () ->
                bind(
                    List.of(INCOME),
                    named("income", DataTypes.FloatType),
                    named("incom", DataTypes.FloatType)))
        .hasMessageContaining("it has no input 'incom'")
        .hasMessageContaining("Did you mean 'income'?");
    assertThatThrownBy(
            () ->
                bind(
                    List.of(INCOME),
                    column("income", DataTypes.FloatType),
                    named("topk", DataTypes.IntegerType)))
        .hasMessageContaining("it has no input 'topk'")
        .hasMessageContaining("Did you mean 'top_k'?");
  }

  @Test
  void refusesAnIntegerTensorForAFraction() {
    assertThatThrownBy(() -> bind(List.of(AGE), column("a", DataTypes.DoubleType)))
        .hasMessageContaining("the input 'age' cannot be of type DOUBLE");
  }

  @Test
  void refusesAnInputThatIsOneForAllRows() {
    TensorSpec rate = new TensorSpec("sr", ElementType.INT64, Shape.of());

    assertThatThrownBy(() -> bind(List.of(rate), column("a", DataTypes.LongType)))
        .hasMessageContaining("its input 'sr' is one value for all rows");
  }
}
