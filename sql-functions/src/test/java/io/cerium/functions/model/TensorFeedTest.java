package io.cerium.functions.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerium.engine.model.TensorSpec;
import io.cerium.engine.tensor.ElementType;
import io.cerium.engine.tensor.Shape;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TensorFeedTest {
  private static String read(String text) {
    TensorSpec tensor = new TensorSpec("word", ElementType.STRING, Shape.of(Shape.DYNAMIC, 1));
    return new TensorFeed.Text(tensor, 0)
        .read(new GenericInternalRow(new Object[] {UTF8String.fromString(text)}));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "größe", "東京", "\uffff"})
  void textIsHandedOn(String text) {
    assertThat(read(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"a😀, U+1F600", "𝒳, U+1D4B3"})
  void textThatAModelWouldGetAsAnotherIsRefused(String text, String character) {
    assertThatThrownBy(() -> read(text))
        .hasMessageStartingWith("[MODEL_INPUT_INVALID]")
        .hasMessageContaining(
            "'word' has the character " + character + ", which models do not get whole");
  }

  @Test
  void aNulCharacterIsRefused() {
    assertThatThrownBy(() -> read("a\0b")).hasMessageContaining("has the character U+0000");
  }
}
