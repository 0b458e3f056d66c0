package io.cerium.functions.model;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.engine.error.NearestNames;
import io.cerium.functions.spi.BatchReturn;
import io.cerium.functions.spi.KeyedReturn;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.DataType;

/**
 * The probability of every class by its label.
 *
 * @param model the model's name, for messages
 */
record ProbabilityReturn(String model, RowReader.ProbabilityMap reader, OnError onError)
    implements ModelReturn, KeyedReturn {
  /** Labels that a message shows where none is near. */
  private static final int SHOWN = 10;

  @Override
  public DataType dataType() {
    return ModelReturn.super.dataType();
  }

  @Override
  public BatchReturn valueOf(String label) {
    List<Integer> classes = reader.head().classesOf(label);
    if (classes.isEmpty()) {
      throw CeriumException.of(
          ErrorCode.MODEL_LABEL_NOT_FOUND, "name", model, "label", label, "near", near(label));
    }
    return new PlainReturn(new RowReader.OneProbability(reader.head(), classes), onError);
  }

  private String near(String label) {
    List<String> labels = reader.keys().labels();
    String hint = NearestNames.hint(label, labels);
    return hint.isEmpty()
        ? "Its labels are "
            + labels.stream().limit(SHOWN).map(l -> "'" + l + "'").collect(Collectors.joining(", "))
            + (labels.size() > SHOWN ? ", ..." : "")
            + "."
        : hint;
  }
}
