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
import org.apache.spark.sql.catalyst.util.ArrayBasedMapData;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.catalyst.util.MapData;
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
        // Stable, so that equal scores stay in the order of their classes; 0 - x has no -0.0,
        // which would come before 0.0.
        .sorted(Comparator.comparingDouble(i -> 0 - values[i]))
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
    return score(values[index]);
  }

  /** That of any of these classes: their sum. */
  Object probability(List<Integer> classes) {
    double sum = 0;
    for (int index : classes) {
      sum += values[index];
    }
    return score(sum);
  }

  private Object score(double value) {
    if (head.inDouble()) {
      return value;
    }
    return (float) value;
  }

  ArrayData probabilities() {
    return array(values);
  }

  /** The probability of each label, those of classes of the same label added up. */
  MapData byLabel(LabelKeys keys) {
    Object[] labels = new Object[keys.labels().size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = UTF8String.fromString(keys.labels().get(i));
    }
    return new ArrayBasedMapData(new GenericArrayData(labels), array(keys.sums(values)));
  }

  private ArrayData array(double[] probabilities) {
    if (head.inDouble()) {
      return ArrayData.toArrayData(probabilities);
    }
    float[] narrow = new float[probabilities.length];
    for (int i = 0; i < narrow.length; i++) {
      narrow[i] = (float) probabilities[i];
    }
    return ArrayData.toArrayData(narrow);
  }
}
