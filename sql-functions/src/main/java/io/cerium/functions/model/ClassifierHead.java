package io.cerium.functions.model;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.engine.model.Activation;
import io.cerium.engine.model.Signature;
import io.cerium.engine.model.TensorSpec;
import io.cerium.engine.tensor.ElementType;
import io.cerium.engine.tensor.Shape;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Where a classifier's scores are and how they become probabilities.
 *
 * @param output the tensor with one value a class
 * @param labels one a class, in the order of the tensor
 * @param activation what makes probabilities of the tensor's values
 * @param inDouble whether the model computes in double
 */
public record ClassifierHead(
    String output, List<String> labels, Activation activation, boolean inDouble)
    implements Serializable {
  public ClassifierHead {
    labels = List.copyOf(labels);
  }

  /**
   * Finds the head: the first output of floating numbers that has one for each label.
   *
   * @throws CeriumException MODEL_LABELS_MISMATCH, or MODEL_OPTION_INVALID if there is no output of
   *     scores at all
   */
  static ClassifierHead of(ModelOptions options) {
    Signature signature = options.signature();
    List<TensorSpec> scores =
        signature.outputs().stream().filter(ClassifierHead::canBeScores).toList();
    if (scores.isEmpty()) {
      boolean labelled = !options.labels().isEmpty();
      ModelOption asked = labelled ? ModelOption.LABELS : ModelOption.TASK;
      throw asked.invalid(
          (labelled ? "makes a classifier" : "cannot be 'classification'")
              + ": the model has no output with a score for each class",
          "Its outputs are "
              + signature.outputs()
              + (labelled ? "; leave the labels out." : "; use task = 'none'."));
    }
    Optional<TensorSpec> fitting =
        scores.stream().filter(output -> fits(output.shape(), options.labels().size())).findFirst();
    TensorSpec head = fitting.orElse(scores.get(0));
    if (fitting.isEmpty() && !options.labels().isEmpty()) {
      throw CeriumException.of(
          ErrorCode.MODEL_LABELS_MISMATCH,
          "labels",
          Integer.toString(options.labels().size()),
          "output",
          head.name(),
          "classes",
          Long.toString(head.shape().row().elements()));
    }
    List<String> labels = options.labels();
    if (labels.isEmpty()) {
      int classes = Math.toIntExact(head.shape().row().elements());
      labels = IntStream.range(0, classes).mapToObj(Integer::toString).toList();
    }
    return new ClassifierHead(
        head.name(), labels, activation(options, head), head.type() == ElementType.DOUBLE);
  }

  private static boolean canBeScores(TensorSpec output) {
    Shape shape = output.shape();
    return output.type().isFloating()
        && shape.rank() >= 2
        && !shape.row().isDynamic()
        && shape.row().elements() > 1;
  }

  private static boolean fits(Shape shape, int labels) {
    return shape.row().elements() == labels;
  }

  private static Activation activation(ModelOptions options, TensorSpec head) {
    return switch (options.activation()) {
      case SOFTMAX -> Activation.SOFTMAX;
      case SIGMOID -> Activation.SIGMOID;
      case NONE -> Activation.NONE;
      case AUTO ->
          options.signature().end(head.name()).activation() == Activation.NONE
              ? Activation.SOFTMAX
              : Activation.NONE;
    };
  }

  /** The numbers of the classes that have a label; empty if the model has no such class. */
  List<Integer> classesOf(String label) {
    return IntStream.range(0, labels.size())
        .filter(i -> labels.get(i).equals(label))
        .boxed()
        .toList();
  }
}
