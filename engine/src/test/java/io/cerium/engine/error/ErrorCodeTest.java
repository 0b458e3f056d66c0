package io.cerium.engine.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ErrorCodeTest {
  @Test
  void noTwoErrorsShareAStateOfTheHouse() {
    assertThat(Arrays.stream(ErrorCode.values()).map(ErrorCode::sqlState))
        .allMatch(state -> state.matches("[0-9A-Z]{5}"))
        .filteredOn(state -> state.startsWith("KD", 2))
        .doesNotHaveDuplicates();
  }
}
