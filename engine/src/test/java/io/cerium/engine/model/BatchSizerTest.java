package io.cerium.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerium.engine.tensor.ElementType;
import io.cerium.engine.tensor.Shape;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;

class BatchSizerTest {
  private static BatchSizer sizer(int fixedBatch, long... dimensions) {
    TensorSpec input = new TensorSpec("x", ElementType.FLOAT, Shape.of(dimensions));
    return BatchSizer.of(
        new Signature("onnx", List.of(input), List.of(), Map.of(), fixedBatch, Map.of()));
  }

  /** Observes batches of the size that the sizer wants until it settles; the size then. */
  private static int settle(BatchSizer sizer, IntToLongFunction nanos) {
    for (int i = 0; i < 1000 && !sizer.isSettled(); i++) {
      sizer.observed(sizer.rows(), nanos.applyAsLong(sizer.rows()));
    }
    assertThat(sizer.isSettled()).isTrue();
    return sizer.rows();
  }

  @Test
  void aModelThatGainsNothingStaysAtOneRow() {
    assertThat(settle(sizer(0, -1, 3, 224, 224), rows -> rows * 10_000_000L)).isEqualTo(1);
  }

  @Test
  void aNetworkThatGainsLittleTakesTwoRows() {
    // What efficientnet-lite0 takes by the row: 9.13, 8.82 and 8.80 ms.
    assertThat(
            settle(
                sizer(0, -1, 3, 224, 224),
                rows -> rows == 1 ? 9_130_000 : rows * (rows == 2 ? 8_820_000L : 8_800_000L)))
        .isEqualTo(2);
  }

  @Test
  void aTabularModelGoesOnWhileItGains() {
    // 50 microseconds a call and 100 nanoseconds a row.
    assertThat(settle(sizer(0, -1, 20), rows -> 50_000 + rows * 100L)).isEqualTo(4096);
  }

  @Test
  void itGoesBackWhereMoreRowsAreSlower() {
    assertThat(settle(sizer(0, -1, 20), rows -> rows <= 16 ? 1_000_000 : rows * 200_000L))
        .isEqualTo(16);
  }

  @Test
  void bytesBoundTheRows() {
    // 600 KB a row: 27 rows are 16 MiB, 16 the largest size below.
    assertThat(settle(sizer(0, -1, 3, 224, 224), rows -> 1_000_000)).isEqualTo(16);
    assertThat(sizer(0, -1, 4000, 4000).rows()).isEqualTo(1);
    assertThat(sizer(0, -1, 4000, 4000).isSettled()).isTrue();
  }

  @Test
  void aFixedBatchIsTaken() {
    BatchSizer sizer = sizer(8, 8, 3);
    assertThat(sizer.rows()).isEqualTo(8);
    sizer.observed(8, 1);
    assertThat(sizer.rows()).isEqualTo(8);
  }

  @Test
  void otherBatchesAndTheFirstOfASizeSayNothing() {
    BatchSizer sizer = sizer(0, -1, 20);
    for (int i = 0; i < 100; i++) {
      sizer.observed(3, 1);
      sizer.observed(1, 0);
    }
    assertThat(sizer.rows()).isEqualTo(1);
    sizer.observed(1, 1);
    assertThat(sizer.rows()).isEqualTo(2);
    // Faster by the row; one row had won, were its first batch counted.
    assertThat(settle(sizer, rows -> rows <= 2 ? 1_000_000 : rows * 1_000_000L)).isEqualTo(2);
  }

  @Test
  void aMachineThatBecomesFasterDoesNotDecide() {
    BatchSizer sizer = sizer(0, -1, 20);
    long[] nanos = {10_000_000};
    assertThat(settle(sizer, rows -> rows * (nanos[0] = nanos[0] * 999 / 1000))).isEqualTo(1);
  }

  @Test
  void oneSlowBatchDoesNotDecide() {
    BatchSizer sizer = sizer(0, -1, 20);
    int[] count = {0};
    assertThat(settle(sizer, rows -> ++count[0] % 3 == 0 ? 1_000_000_000 : 100_000))
        .isEqualTo(4096);
  }

  @Test
  void smallGroupsOfRowsDoNotDecideForLargerOnes() {
    BatchSizer sizer = sizer(0, -1, 20);
    for (int i = 0; i < 10_000; i++) {
      // A group of the query has three rows at most.
      int rows = Math.min(3, sizer.rows());
      sizer.observed(rows, 50_000 + rows * 100L);
    }
    assertThat(sizer.isSettled()).isFalse();
    assertThat(settle(sizer, rows -> 50_000 + rows * 100L)).isEqualTo(4096);
  }

  @Test
  void manyBatchesUnderWayDoNotDecide() {
    BatchSizer sizer = sizer(0, -1, 20);
    Deque<Integer> underWay = new ArrayDeque<>();
    for (int i = 0; i < 10_000 && !sizer.isSettled(); i++) {
      underWay.add(sizer.rows());
      if (underWay.size() > 200) {
        int rows = underWay.remove();
        sizer.observed(rows, 50_000 + rows * 100L);
      }
    }
    assertThat(sizer.isSettled()).isTrue();
    assertThat(sizer.rows()).isEqualTo(4096);
  }

  @Test
  void openShapesAreBoundedByRowsAlone() {
    assertThat(settle(sizer(0, -1, -1), rows -> 1000)).isEqualTo(4096);
  }
}
