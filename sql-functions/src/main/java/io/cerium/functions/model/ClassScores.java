package io.cerium.functions.model;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.engine.tensor.Tensor;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.unsafe.types.UTF8String;

/** The probabilities of one row's classes. */
record ClassScores(ClassifierHead head, double[] values) {

  /**
   * @throws CeriumException MODEL_OUTPUT_INVALID if a score is not a number: there is no winner
   *     then
   */
  static ClassScores of(ClassifierHead head, Map<String, Tensor> outputs, int row) {
    double[] values = TensorValues.doubles(outputs.get(head.output()), row);
    head.activation().apply(values);
    for (double value : values) {
      if (Double.isNaN(value)) {
        throw CeriumException.of(
            ErrorCode.MODEL_OUTPUT_INVALID,
            "output",
            head.output(),
            "problem",
            "is not a number (NaN) for this row");
      }
    }
    return new ClassScores(head, values);
  }

  /** The classes with the highest scores, best first; of equal scores the first class wins. */
  int[] best(int count) {
    if (count == 1) {
      int best = 0;
      for (int i = 1; i < values.length; i++) {
        if (values[i] > values[best]) {
          best = i;
        }
      }
      return new int[] {best};
    }
    return IntStream.range(0, values.length)
        .boxed()
        .sorted(Comparator.<Integer>comparingDouble(i -> -values[i]).thenComparing(i -> i))
        .limit(count)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  InternalRow labelled(int index) {
    return new GenericInternalRow(
        new Object[] {UTF8String.fromString(head.labels().get(index)), probability(index)});
  }

  /** A Double where the model computes in double, else a Float. */
  Object probability(int index) {
    if (head.inDouble()) {
      return values[index];
    }
    return (float) values[index];
  }

  ArrayData probabilities() {
    if (head.inDouble()) {
      return ArrayData.toArrayData(values);
    }
    float[] narrow = new float[values.length];
    for (int i = 0; i < narrow.length; i++) {
      narrow[i] = (float) values[i];
    }
    return ArrayData.toArrayData(narrow);
  }

  static Object[] labels(ClassifierHead head) {
    List<String> labels = head.labels();
    Object[] texts = new Object[labels.size()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = UTF8String.fromString(labels.get(i));
    }
    return texts;
  }
}
