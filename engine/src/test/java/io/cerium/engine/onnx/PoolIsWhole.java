package io.cerium.engine.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerium.engine.tensor.TensorPool;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails a test that does not give back what it took of the shared pool. */
final class PoolIsWhole implements BeforeEachCallback, AfterEachCallback {
  private long outstanding;

  @Override
  public void beforeEach(ExtensionContext test) {
    outstanding = TensorPool.shared().outstandingBytes();
  }

  @Override
  public void afterEach(ExtensionContext test) {
    assertThat(TensorPool.shared().outstandingBytes()).isEqualTo(outstanding);
  }
}
