package io.cerium.engine.onnx;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.engine.tensor.ElementType;
import io.cerium.engine.tensor.Tensor;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.Collection;
import java.util.Set;

/**
 * The smallest whole number divided by -1 has no quotient of its own width: the processor stops the
 * program, and the runtime does not look before it divides. Models that divide are not given that
 * number.
 */
final class IntegerDivision {
  private static final Set<String> OPERATORS = Set.of("Div", "Mod");

  private IntegerDivision() {}

  /** Whether a model divides anywhere, of whatever type: types in the graph are not known here. */
  static boolean isIn(OnnxArtifact artifact) {
    return artifact.nodes().stream().anyMatch(node -> OPERATORS.contains(node.getOpType()));
  }

  /**
   * @throws CeriumException INFERENCE_FAILED if the inputs hold the number that cannot be divided
   */
  static void requireDivisible(String location, Collection<Tensor> inputs) {
    for (Tensor input : inputs) {
      if (input.type() == ElementType.INT64) {
        require(location, !holds(input.data().asLongBuffer()), Long.MIN_VALUE);
      } else if (input.type() == ElementType.INT32) {
        require(location, !holds(input.data().asIntBuffer()), Integer.MIN_VALUE);
      }
    }
  }

  private static boolean holds(LongBuffer numbers) {
    while (numbers.hasRemaining()) {
      if (numbers.get() == Long.MIN_VALUE) {
        return true;
      }
    }
    return false;
  }

  private static boolean holds(IntBuffer numbers) {
    while (numbers.hasRemaining()) {
      if (numbers.get() == Integer.MIN_VALUE) {
        return true;
      }
    }
    return false;
  }

  private static void require(String location, boolean divisible, long number) {
    if (!divisible) {
      throw CeriumException.of(
          ErrorCode.INFERENCE_FAILED,
          "model",
          location,
          "reason",
          "it divides, and a row holds " + number + ", which divided by -1 would end the process",
          "remedy",
          "Leave such rows out, or use try_predict to get NULL for them.");
    }
  }
}
