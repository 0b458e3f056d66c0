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
record ProbabilityReturn(String model, ClassifierHead head, OnError onError)
    implements ModelReturn, KeyedReturn {
  /** Labels that a message shows where none is near. */
  private static final int SHOWN = 10;

  @Override
  public RowReader reader() {
    return new RowReader.ProbabilityMap(head);
  }

  @Override
  public DataType dataType() {
    return ModelReturn.super.dataType();
  }

  @Override
  public BatchReturn valueOf(String label) {
    int index =
        head.indexOf(label)
            .orElseThrow(
                () ->
                    CeriumException.of(
                        ErrorCode.MODEL_LABEL_NOT_FOUND,
                        "name",
                        model,
                        "label",
                        label,
                        "near",
                        near(label)));
    return new PlainReturn(new RowReader.OneProbability(head, index), onError);
  }

  private String near(String label) {
    String hint = NearestNames.hint(label, head.labels());
    List<String> labels = head.labels();
    return hint.isEmpty()
        ? "Its labels are "
            + labels.stream().limit(SHOWN).map(l -> "'" + l + "'").collect(Collectors.joining(", "))
            + (labels.size() > SHOWN ? ", ..." : "")
            + "."
        : hint;
  }
}
