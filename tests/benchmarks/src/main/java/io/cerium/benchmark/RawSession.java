package io.cerium.benchmark;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

/** A session of ONNX Runtime as one would open it by hand. Safe for all threads. */
final class RawSession implements AutoCloseable {
  private final OrtSession session;
  private final Network network;

  /**
   * @param intraOp threads inside one run
   */
  RawSession(Network network, int intraOp) {
    this.network = network;
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(intraOp);
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
      this.session =
          OrtEnvironment.getEnvironment().createSession(network.file().toString(), options);
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }

  Network network() {
    return network;
  }

  OrtSession session() {
    return session;
  }

  String input() {
    return session.getInputNames().iterator().next();
  }

  String output() {
    return session.getOutputNames().iterator().next();
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }
}
