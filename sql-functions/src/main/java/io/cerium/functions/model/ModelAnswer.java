package io.cerium.functions.model;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.engine.model.InferenceResult;
import io.cerium.functions.spi.BatchAnswer;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * What a model said of one batch. If the run of the whole batch failed, each of its rows is run by
 * itself, so that a bad row does not take others with it.
 */
final class ModelAnswer implements BatchAnswer {
  private final ModelRunner runner;
  private final ModelBatch batch;
  private final InferenceResult result;
  private final CeriumException failure;
  private final Map<Integer, InferenceResult> reruns = new HashMap<>();
  private final Map<Integer, CeriumException> failedReruns = new HashMap<>();
  private final BitSet counted = new BitSet();

  /**
   * @param result null if the run failed or there was nothing to run
   * @param failure why the run failed, or null
   */
  ModelAnswer(
      ModelRunner runner, ModelBatch batch, InferenceResult result, CeriumException failure) {
    this.runner = runner;
    this.batch = batch;
    this.result = result;
    this.failure = failure;
    if (batch.failed() > 0) {
      runner.countFailures(batch.failed());
    }
  }

  @Override
  public Object value(int row, int returned) {
    ModelReturn wanted = runner.returns().get(returned);
    CeriumException failed = batch.failure(row);
    if (failed != null) {
      return wanted.failure(failed);
    }
    int slot = batch.slot(row);
    if (slot < 0) {
      return wanted.value(null);
    }
    try {
      return failure == null
          ? wanted.value(wanted.reader().read(result.outputs(), slot))
          : wanted.value(wanted.reader().read(alone(slot).outputs(), 0));
    } catch (CeriumException e) {
      count(slot);
      return wanted.failure(e);
    }
  }

  /** A row is one failure, however many returns share the run. */
  private void count(int slot) {
    if (!counted.get(slot)) {
      counted.set(slot);
      runner.countFailures(1);
    }
  }

  private InferenceResult alone(int slot) {
    if (failure.code() != ErrorCode.INFERENCE_FAILED || batch.slots() == 1) {
      throw failure;
    }
    CeriumException known = failedReruns.get(slot);
    if (known != null) {
      throw known;
    }
    try {
      return reruns.computeIfAbsent(slot, s -> runner.rerun(batch, s));
    } catch (CeriumException e) {
      failedReruns.put(slot, e);
      throw e;
    }
  }

  @Override
  public void close() {
    batch.close();
    if (result != null) {
      result.close();
    }
    reruns.values().forEach(InferenceResult::close);
  }
}
