package io.cerium.functions.model;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.FloatType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static org.apache.spark.sql.types.DataTypes.createMapType;
import static org.apache.spark.sql.types.DataTypes.createStructField;
import static org.apache.spark.sql.types.DataTypes.createStructType;

import io.cerium.engine.model.TensorSpec;
import io.cerium.engine.tensor.Tensor;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;

/** What becomes of one row of a model's outputs; compared by value. */
sealed interface RowReader extends Serializable {
  DataType dataType();

  /** The names of the tensors that are read. */
  List<String> outputs();

  /**
   * What of an answer that arrived may still be refused, for a row; readers with the same checks
   * refuse the same rows.
   */
  Set<?> checks();

  /** The Catalyst value of row {@code row} of the batch. */
  Object read(Map<String, Tensor> outputs, int row);

  /** One tensor's bare value. */
  record OneTensor(TensorSpec tensor) implements RowReader {
    @Override
    public DataType dataType() {
      return TensorValues.dataType(tensor);
    }

    @Override
    public List<String> outputs() {
      return List.of(tensor.name());
    }

    @Override
    public Set<?> checks() {
      return TensorValues.checks(List.of(tensor));
    }

    @Override
    public Object read(Map<String, Tensor> outputs, int row) {
      return TensorValues.read(tensor, outputs.get(tensor.name()), row);
    }
  }

  /** The number of a regression, a DOUBLE whatever the width of the model's. */
  record Estimate(TensorSpec tensor) implements RowReader {
    @Override
    public DataType dataType() {
      return DoubleType;
    }

    @Override
    public List<String> outputs() {
      return List.of(tensor.name());
    }

    @Override
    public Set<?> checks() {
      return Set.of();
    }

    @Override
    public Object read(Map<String, Tensor> outputs, int row) {
      return TensorValues.doubles(outputs.get(tensor.name()), row)[0];
    }
  }

  /** Several tensors: a struct of their values. */
  record AllTensors(List<TensorSpec> tensors) implements RowReader {
    public AllTensors {
      tensors = List.copyOf(tensors);
    }

    @Override
    public DataType dataType() {
      return createStructType(
          tensors.stream()
              .map(t -> createStructField(t.name(), TensorValues.dataType(t), false))
              .toList());
    }

    @Override
    public List<String> outputs() {
      return tensors.stream().map(TensorSpec::name).toList();
    }

    @Override
    public Set<?> checks() {
      return TensorValues.checks(tensors);
    }

    @Override
    public Object read(Map<String, Tensor> outputs, int row) {
      Object[] values = new Object[tensors.size()];
      for (int i = 0; i < values.length; i++) {
        TensorSpec tensor = tensors.get(i);
        values[i] = TensorValues.read(tensor, outputs.get(tensor.name()), row);
      }
      return new GenericInternalRow(values);
    }
  }

  /** Reads the scores of a classifier, all of which must be numbers. */
  sealed interface OfClasses extends RowReader {
    ClassifierHead head();

    @Override
    default List<String> outputs() {
      return List.of(head().output());
    }

    @Override
    default Set<?> checks() {
      return Set.of(head());
    }
  }

  /** The winner: {@code struct<label, score>}. */
  record Winner(ClassifierHead head) implements OfClasses {
    static DataType struct(ClassifierHead head) {
      return createStructType(
          new StructField[] {
            createStructField("label", StringType, false),
            createStructField("score", scoreType(head), false)
          });
    }

    @Override
    public DataType dataType() {
      return struct(head);
    }

    @Override
    public Object read(Map<String, Tensor> outputs, int row) {
      ClassScores scores = ClassScores.of(head, outputs, row);
      return scores.labelled(scores.best(1)[0]);
    }
  }

  /** The best {@code count} classes, best first: {@code ARRAY<struct<label, score>>}. */
  record Best(ClassifierHead head, int count) implements OfClasses {
    @Override
    public DataType dataType() {
      return createArrayType(Winner.struct(head), false);
    }

    @Override
    public Object read(Map<String, Tensor> outputs, int row) {
      ClassScores scores = ClassScores.of(head, outputs, row);
      int[] classes = scores.best(count);
      InternalRow[] best = new InternalRow[classes.length];
      for (int i = 0; i < best.length; i++) {
        best[i] = scores.labelled(classes[i]);
      }
      return new GenericArrayData(best);
    }
  }

  /** The probability of every label: {@code MAP<label, score>}. */
  record ProbabilityMap(ClassifierHead head, LabelKeys keys) implements OfClasses {
    @Override
    public DataType dataType() {
      return createMapType(StringType, scoreType(head), false);
    }

    @Override
    public Object read(Map<String, Tensor> outputs, int row) {
      return ClassScores.of(head, outputs, row).byLabel(keys);
    }
  }

  /** The probability of one label. */
  record OneProbability(ClassifierHead head, List<Integer> classes) implements OfClasses {
    public OneProbability {
      classes = List.copyOf(classes);
    }

    @Override
    public DataType dataType() {
      return scoreType(head);
    }

    @Override
    public Object read(Map<String, Tensor> outputs, int row) {
      return ClassScores.of(head, outputs, row).probability(classes);
    }
  }

  /** The probabilities in the order of the labels: {@code ARRAY<score>}. */
  record ProbabilityArray(ClassifierHead head) implements OfClasses {
    @Override
    public DataType dataType() {
      return createArrayType(scoreType(head), false);
    }

    @Override
    public ArrayData read(Map<String, Tensor> outputs, int row) {
      return ClassScores.of(head, outputs, row).probabilities();
    }
  }

  private static DataType scoreType(ClassifierHead head) {
    return head.inDouble() ? DoubleType : FloatType;
  }
}
