package io.cerium.benchmark;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.cerium.engine.image.EncodedImage;
import io.cerium.engine.image.ImagePipeline;
import io.cerium.engine.image.TensorFormat;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Set;

/**
 * Memory for one batch, made once and used for all of a thread's runs: photos are decoded into it,
 * the network writes its answers into it. For one thread at a time.
 */
final class RawBatch implements AutoCloseable {
  private final RawSession session;
  private final ImagePipeline pipeline;
  private final TensorFormat format;
  private final ByteBuffer pixels;
  private final FloatBuffer logits;
  private final OnnxTensor input;
  private final OnnxTensor output;
  private final int capacity;

  RawBatch(RawSession session, int capacity) {
    this.session = session;
    this.capacity = capacity;
    this.pipeline = session.network().pipeline();
    this.format = session.network().format();
    this.pixels = direct(capacity * format.elements());
    this.logits = direct(capacity * Network.CLASSES).asFloatBuffer();
    try {
      OrtEnvironment environment = OrtEnvironment.getEnvironment();
      this.input =
          OnnxTensor.createTensor(
              environment,
              pixels.asFloatBuffer(),
              new long[] {capacity, 3, Network.SIDE, Network.SIDE});
      this.output =
          OnnxTensor.createTensor(environment, logits, new long[] {capacity, Network.CLASSES});
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ByteBuffer direct(int floats) {
    return ByteBuffer.allocateDirect(Float.BYTES * floats).order(ByteOrder.nativeOrder());
  }

  int capacity() {
    return capacity;
  }

  void decode(byte[] photo, int row) {
    int bytes = Float.BYTES * format.elements();
    ByteBuffer slice = pixels.slice(row * bytes, bytes).order(ByteOrder.nativeOrder());
    pipeline.toTensor(new EncodedImage(photo), format, slice);
  }

  /** Runs the network on the whole batch. */
  void run() {
    try (OrtSession.Result result =
        session
            .session()
            .run(Map.of(session.input(), input), Set.of(), Map.of(session.output(), output))) {
      if (result.size() != 1) {
        throw new IllegalStateException(result.size() + " outputs");
      }
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The winning class of a row. */
  int winner(int row) {
    int first = row * Network.CLASSES;
    int best = 0;
    for (int i = 1; i < Network.CLASSES; i++) {
      if (logits.get(first + i) > logits.get(first + best)) {
        best = i;
      }
    }
    return best;
  }

  /** The probability of the winning class of a row. */
  double score(int row) {
    int first = row * Network.CLASSES;
    double highest = logits.get(first + winner(row));
    double sum = 0;
    for (int i = 0; i < Network.CLASSES; i++) {
      sum += Math.exp(logits.get(first + i) - highest);
    }
    return 1 / sum;
  }

  @Override
  public void close() {
    input.close();
    output.close();
  }
}
