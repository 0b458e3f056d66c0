package io.cerium.functions.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FunctionPageTest {
  @Test
  void thePageIsTheWholeDescription() {
    FunctionDescriptor function = FunctionCatalog.find("toy_times").orElseThrow();
    assertThat(FunctionPage.fileName(function)).isEqualTo("toy_times.md");
    assertThat(FunctionPage.of(function))
        .isEqualTo(
            """
            # toy_times

            Multiplies a number, or repeats a text.

            ```
            toy_times(text, times => 2, separator => '')
            toy_times(value, times => 2)
            ```

            | argument | type | what it is | default |
            |---|---|---|---|
            | `text` | STRING | what is repeated |  |
            | `times` | INT | how often | `2` |
            | `separator` | STRING | what stands between | `''` |
            | `value` | BIGINT | what is multiplied |  |

            Returns: BIGINT or STRING; NULL for an argument that is NULL

            ## Examples

            ```sql
            SELECT toy_times(6, 7);
            ```

            ```
            42
            ```

            ```sql
            SELECT toy_times('ab', times => 2);
            ```

            ```
            abab
            ```

            ## Note

            Its alias repeat is also a function of Spark.

            Other names: `repeat`, `toy_product`.

            In the chapter Models, since 0.1.0.
            """);
  }

  @Test
  void aPageLeavesOutWhatThereIsNot() {
    assertThat(FunctionPage.of(FunctionCatalog.find("toy_echo").orElseThrow()))
        .doesNotContain("Examples", "Note", "Other names");
  }
}
