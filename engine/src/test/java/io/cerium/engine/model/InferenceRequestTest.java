package io.cerium.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerium.engine.tensor.Tensor;
import io.cerium.engine.tensor.TensorPool;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class InferenceRequestTest {
  @Test
  void anAnswerThatNobodyCanTakeAnyMoreIsClosed() {
    long outstanding = TensorPool.shared().outstandingBytes();
    AtomicInteger ended = new AtomicInteger();
    InferenceRequest request =
        new InferenceRequest(
            unwanted -> {
              Tensor answer = TestModel.input(1);
              return new InferenceResult(Map.of("y", answer), 1);
            },
            done -> ended.incrementAndGet());
    request.completeExceptionally(new IllegalStateException("ended by another"));
    request.run();
    assertThat(TensorPool.shared().outstandingBytes()).isEqualTo(outstanding);
    assertThat(ended).hasValue(1);
  }
}
